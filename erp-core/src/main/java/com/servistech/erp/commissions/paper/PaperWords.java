package com.servistech.erp.commissions.paper;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How entries and figures are written for who is paid. */
final class PaperWords {

    private PaperWords() {}

    static String of(String kind, String basis, String cause, String debitCause) {
        String name = switch (basis) {
            case "GROSS_PROFIT" -> "Reparación";
            case "UNIT" -> "Unidad entregada";
            case "ACCESSORIES" -> "Accesorios";
            case "REWORK" -> "Retrabajo";
            case "DEBIT" -> "Descuento: " + debitCause;
            default -> "Saldo anterior";
        };
        if (kind.equals("ADJUST")) {
            return basis.equals("DEBIT") ? "Reverso de descuento" : name + ", " + cause(cause);
        }
        return name;
    }

    private static String cause(String cause) {
        return switch (cause == null ? "" : cause) {
            case "CREDIT_NOTE" -> "nota de crédito";
            case "NOT_PAID" -> "pago devuelto";
            case "PAID_AGAIN" -> "pagada de nuevo";
            default -> "recálculo";
        };
    }

    /** {@code 1.234,50}. */
    static String figure(Money amount) {
        return format("#,##0.00", amount.amount());
    }

    static String rate(BigDecimal rate) {
        return format("#,##0.########", rate);
    }

    private static String format(String pattern, BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('.');
        return new DecimalFormat(pattern, symbols).format(value);
    }
}
