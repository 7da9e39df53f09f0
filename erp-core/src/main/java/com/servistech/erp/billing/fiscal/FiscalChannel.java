package com.servistech.erp.billing.fiscal;

/**
 * Whoever assigns control numbers from outside: a digital provider today, a fiscal machine's driver alike. Pre-printed
 * forms need nobody outside, their next number is taken in the transaction of the issue ({@link Numbering}).
 *
 * <p>Called outside of any transaction, after the document was committed: it may take long, answer nothing, or answer
 * when nobody listens any more. So it must be safe to call again for the same document for ever, and the same document
 * must get the same number.
 */
public interface FiscalChannel {

    /** @return never null; a failure of the network is {@link ControlAnswer.Unanswered} and no exception */
    ControlAnswer submit(FiscalDocument document);
}
