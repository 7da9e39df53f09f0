package com.servistech.erp.billing.note;

import java.util.List;

/** What a note says in words. */
final class NoteTexts {

    private NoteTexts() {}

    static List<String> of(Original invoice) {
        return invoice.type().isFiscal() ? List.of() : List.of("DOCUMENTO NO FISCAL");
    }
}
