package com.servistech.erp.sdk;

import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount in one currency, {@code {"amount":"12.50","currency":"USD"}} on the wire. Equal amounts are equal however
 * many zeros they were written with.
 *
 * @param amount with at least two decimals
 * @param currency the code that the ERP uses: USD, VES, USDT, EUR
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        Objects.requireNonNull(currency, "currency");
        BigDecimal shortest = amount.stripTrailingZeros();
        amount = shortest.scale() < 2 ? shortest.setScale(2) : shortest;
    }

    /** The amount that the text says, for example {@code of("12.50", "USD")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money usd(String amount) {
        return of(amount, "USD");
    }

    public static Money ves(String amount) {
        return of(amount, "VES");
    }

    /** As it goes over the wire. */
    public JsonObject json() {
        return Body.of("amount", amount.toPlainString(), "currency", currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
