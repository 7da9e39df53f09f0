package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Reads kept evidence again by today's rules. */
@FunctionalInterface
public interface RateParser {

    /**
     * One rate in a body.
     *
     * @param valueDate null where the body does not say: a market counts when it was read
     */
    record Reading(Quoted base, LocalDate valueDate, BigDecimal rate) {}

    /** @throws RuntimeException when today's rules refuse the body */
    List<Reading> read(byte[] body);
}
