package com.servistech.erp.cli.audit;

import com.servistech.erp.audit.Finding;

/** A finding for people: where, what, and what it may mean. */
final class FindingText {

    private FindingText() {}

    static String line(Finding finding) {
        StringBuilder line = new StringBuilder(finding.kind().name());
        if (finding.position() != null) {
            line.append(", eslabón ").append(finding.position());
        }
        if (finding.entry() != null) {
            line.append(", asiento ").append(finding.entry());
        }
        return line.append(": ")
                .append(meaning(finding.kind()))
                .append(" (")
                .append(finding.explanation())
                .append(')')
                .toString();
    }

    private static String meaning(Finding.Kind kind) {
        return switch (kind) {
            case ENTRY_CHANGED -> "el asiento no es lo que escribió su transacción";
            case ENTRY_MISSING -> "el asiento fue borrado o movido";
            case ENTRY_FORGED -> "ninguna transacción de la cadena escribió este asiento";
            case LINK_MISSING -> "faltan eslabones";
            case LINK_CHANGED -> "el eslabón fue cambiado";
            case LINK_DETACHED -> "el eslabón no continúa el anterior: uno de los dos fue cambiado";
            case HEAD_MOVED -> "la cabeza no es el último eslabón";
            case SEAL_CHANGED -> "un sello guardado en la base fue cambiado";
            case ROW_CHANGED -> "una fila no es como dice el registro";
            case ROW_MISSING -> "falta una fila que el registro conoce";
            case ROW_UNKNOWN -> "hay una fila que nadie registró";
            case ENDS_BEFORE_ANCHOR ->
                "la cadena termina antes del ancla: se restauró un respaldo anterior, o se cortó el final";
            case DIFFERS_FROM_ANCHOR ->
                "la cadena siguió otro camino que el anclado: se escribió de nuevo, o se restauró un respaldo anterior y se siguió trabajando";
        };
    }
}
