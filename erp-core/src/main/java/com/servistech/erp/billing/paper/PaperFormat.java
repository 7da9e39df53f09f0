package com.servistech.erp.billing.paper;

/** What a document is printed on. */
public enum PaperFormat {
    A4,
    /** A roll of 80 mm. */
    TICKET
}
