package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;

/** Which way a note goes. */
public enum NoteKind {
    CREDIT,
    DEBIT;

    DocumentType on(DocumentType invoice) {
        boolean fiscal = invoice.isFiscal();
        if (this == CREDIT) {
            return fiscal ? DocumentType.CREDIT_NOTE : DocumentType.NON_FISCAL_CREDIT;
        }
        return fiscal ? DocumentType.DEBIT_NOTE : DocumentType.NON_FISCAL_DEBIT;
    }
}
