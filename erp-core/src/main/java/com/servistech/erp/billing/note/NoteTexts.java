package com.servistech.erp.billing.note;

import com.servistech.erp.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What a note says in words. */
final class NoteTexts {

    private NoteTexts() {}

    static List<String> of(Original invoice) {
        return invoice.type().isFiscal() ? List.of() : List.of("DOCUMENTO NO FISCAL");
    }

    /** With the IGTF that goes back besides the total: it is no part of the operation that the note corrects. */
    static List<String> of(Original invoice, ReturnedIgtf igtf) {
        if (igtf.usd().isZero()) {
            return of(invoice);
        }
        List<String> texts = new ArrayList<>(of(invoice));
        texts.add(
                "Se reintegra además IGTF percibido: USD %s, Bs %s".formatted(figure(igtf.usd()), figure(igtf.ves())));
        return texts;
    }

    private static String figure(Money amount) {
        return amount.amount().toPlainString().replace('.', ',');
    }
}
