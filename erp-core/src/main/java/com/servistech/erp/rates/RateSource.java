package com.servistech.erp.rates;

/** Where official rates come from. Called outside of any transaction: it may take as long as its timeouts. */
public interface RateSource {

    /** What came of asking. */
    sealed interface Fetched {}

    /** The page was read. */
    record Read(Publication publication) implements Fetched {}

    /** Nobody answered: the last valid rate stays. */
    record Unavailable(String reason) implements Fetched {}

    /** Something answered that is not the page we know: nothing is guessed from it. */
    record Rejected(String reason) implements Fetched {}

    Fetched fetch();
}
