package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rates of the chain. */
public final class Rates {

    private final ErpClient erp;

    private Rates(ErpClient erp) {
        this.erp = erp;
    }

    public static Rates over(ErpClient erp) {
        return new Rates(erp);
    }

    /** The newest rate of the source (BCV, BINANCE) for the currency (USD, EUR, USDT). */
    public Rate current(String source, String currency) {
        return Rate.over(erp.get(
                "/rates/current", CallOptions.none().query("source", source).query("currency", currency)));
    }

    /** The history, newest first as the server orders it. */
    public Page<Rate> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Rate> list(CallOptions options) {
        return erp.page("/rates", options, Rate::over);
    }

    /** The history of one source and currency between two business days, both included. */
    public Page<Rate> list(String source, String currency, LocalDate from, LocalDate to) {
        return list(CallOptions.none()
                .query("source", source)
                .query("currency", currency)
                .query("from", from.toString())
                .query("to", to.toString()));
    }

    /** The rate that a document of the caller's store must use on that business day. */
    public EffectiveRate effective(LocalDate date, String currency) {
        return EffectiveRate.over(erp.get(
                "/rates/effective",
                CallOptions.none().query("date", date.toString()).query("currency", currency)));
    }

    /** Publishes a rate by hand, with the reason that the audit keeps. */
    public Rate publishManual(String currency, BigDecimal rate, LocalDate valueDate, String reason) {
        JsonObject body = Body.of(
                "source", "MANUAL", "currency", currency, "rate", rate, "valueDate", valueDate, "reason", reason);
        return Rate.over(erp.post("/rates", body, CallOptions.none()));
    }

    /** What counted on each value date between two days, both included. */
    public RateChart chart(String source, String currency, LocalDate from, LocalDate to) {
        return RateChart.over(erp.get(
                "/rates/chart",
                CallOptions.none()
                        .query("source", source)
                        .query("currency", currency)
                        .query("from", from.toString())
                        .query("to", to.toString())));
    }

    /** Whether the official dollar is as new as it should be. */
    public RateFreshness freshness() {
        return RateFreshness.over(erp.get("/rates/freshness", CallOptions.none()));
    }

    /** Rates in doubt, which a person must confirm or refuse. */
    public List<Rate> waiting() {
        return erp.get("/rates/waiting", CallOptions.none()).objects("items").stream()
                .map(Rate::over)
                .toList();
    }

    /** Confirms a rate in doubt with its whole publication; the audit keeps who and why. */
    public Rate confirm(UUID id, String reason) {
        return decide(id, "CONFIRMED", reason);
    }

    /** Refuses it. */
    public Rate reject(UUID id, String reason) {
        return decide(id, "REJECTED", reason);
    }

    private Rate decide(UUID id, String decision, String reason) {
        JsonObject body = Body.of("decision", decision, "reason", reason);
        return Rate.over(erp.post("/rates/" + id + "/decision", body, CallOptions.none()));
    }

    /** Enters a bank holiday that was announced, or takes one back. */
    public void addHoliday(LocalDate day, boolean closed, String source) {
        erp.post("/rates/holidays", Body.of("day", day, "closed", closed, "source", source), CallOptions.none());
    }

    /** Asks the source (BCV or BINANCE) now. */
    public RateRefresh refresh(String source) {
        return RateRefresh.over(erp.post("/rates/refresh", Body.of("source", source), CallOptions.none()));
    }

    /** The amount in the other currency, at the rate of now. */
    public Conversion convert(Money amount, String to) {
        return convert(Body.of("amount", amount, "to", to));
    }

    /** The amount in the other currency, at the rate of a source on a business day. */
    public Conversion convert(Money amount, String to, String source, LocalDate date) {
        return convert(Body.of("amount", amount, "to", to, "source", source, "date", date));
    }

    private Conversion convert(JsonObject body) {
        return Conversion.over(erp.post("/rates/convert", body, CallOptions.none()));
    }
}
