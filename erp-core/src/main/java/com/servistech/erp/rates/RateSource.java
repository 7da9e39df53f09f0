package com.servistech.erp.rates;

/**
 * Where rates come from. Called outside of any transaction: it may take as long as its timeouts.
 *
 * @param <T> what the source gives when it can be read
 */
public interface RateSource<T> {

    /** What came of asking; it never throws, and never gives a value that was not read. */
    sealed interface Fetched<T> {

        /** How the asking went. */
        Attempt attempt();

        /** The same outcome for another kind of value; only of outcomes that have none. */
        @SuppressWarnings("unchecked")
        default <R> Fetched<R> withoutValue() {
            if (this instanceof Read<T>) {
                throw new IllegalStateException("this outcome has a value");
            }
            return (Fetched<R>) this;
        }
    }

    /** The source was read. */
    record Read<T>(Attempt attempt, Evidence evidence, T value) implements Fetched<T> {}

    /**
     * Nobody answered, or not with an answer: the last valid rate stays.
     *
     * @param untrusted somebody answered who could not prove to be the source
     */
    record Unavailable<T>(Attempt attempt, String reason, boolean untrusted) implements Fetched<T> {}

    /** Something answered that is not what we know: nothing is guessed from it. */
    record Rejected<T>(Attempt attempt, Evidence evidence, String reason) implements Fetched<T> {}

    /** Capital letters: BCV, BINANCE, or the name in the configuration. */
    String name();

    Fetched<T> fetch();
}
