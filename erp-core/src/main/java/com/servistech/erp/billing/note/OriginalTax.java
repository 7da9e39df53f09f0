package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.money.Money;

/** A tax of the invoice and what earlier notes have taken of it. */
record OriginalTax(TaxGroup group, Money creditedAmount, Money creditedAmountVes) {}
