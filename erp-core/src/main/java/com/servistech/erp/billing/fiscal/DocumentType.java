package com.servistech.erp.billing.fiscal;

/** The documents that are numbered, each type with its own numbers in each series. */
public enum DocumentType {
    INVOICE("", true),
    CREDIT_NOTE("NC-", true),
    DEBIT_NOTE("ND-", true),
    /** What an issuer outside of the IVA gives instead of an invoice. */
    NON_FISCAL("NF-", false),
    NON_FISCAL_CREDIT("NFC-", false),
    NON_FISCAL_DEBIT("NFD-", false),
    /** Goes with goods or a device; owes nothing and is no sale. */
    DELIVERY_NOTE("NE-", false);

    private final String prefix;
    private final boolean fiscal;

    DocumentType(String prefix, boolean fiscal) {
        this.prefix = prefix;
        this.fiscal = fiscal;
    }

    /** Fiscal documents need a control number and stand in the sales book. */
    public boolean isFiscal() {
        return fiscal;
    }

    /** {@code A-00000001}, {@code NC-A-00000001}. */
    String number(String series, long ordinal) {
        return "%s%s-%08d".formatted(prefix, series, ordinal);
    }
}
