package com.servistech.erp.billing.note;

/** Why there is a note. */
public enum NoteConcept {
    /** Lines of the invoice come back. */
    RETURN,
    /** The invoice said too little. */
    CORRECTION,
    /** Something that the invoice was not about. */
    NEW_CONCEPT,
    /** The rates of issue and payment differ, where the issuer documents that (RLIVA art. 51). */
    EXCHANGE_DIFFERENCE,
    /** IGTF of a payment after the invoice (PA SNAT/2022/000013 art. 6). */
    IGTF
}
