package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.money.Money;
import java.util.List;

/**
 * What is added to an invoice.
 *
 * @param newConcept true for something that the invoice was not about: valued at the rate of today; else it corrects the
 *     invoice and takes the invoice's rate
 */
public record NewDebitNote(List<Line> lines, boolean newConcept, String reason) {

    /** @param unitPrice in USD */
    public record Line(String description, int quantity, Money unitPrice, Tax tax) {}
}
