package com.servistech.erp.billing.note;

import java.util.List;

/**
 * What is taken back from an invoice.
 *
 * @param lines null for everything that is left of the invoice, its parts back on the shelf
 * @param reason at least five characters, printed
 */
public record NewCreditNote(List<Line> lines, String reason) {

    /**
     * @param line position on the invoice, from 0
     * @param restock whether the part goes back on the shelf; a lost or broken one does not
     */
    public record Line(int line, int quantity, boolean restock) {}
}
