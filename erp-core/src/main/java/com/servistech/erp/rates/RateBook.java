package com.servistech.erp.rates;

import com.servistech.erp.rates.market.MarketSummary;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The book of observations: written once, read by source, currency and value date. */
final class RateBook {

    /** How long a market's price may be called current. */
    static final Duration MARKET_AGE = Duration.ofHours(2);

    private static final String SELECT = "select * from erp.rate_book ";

    private final Work work;
    private BankingCalendar calendar;

    RateBook(Work work) {
        this.work = work;
    }

    /** One writer at a time: two who read the same page must not write it down twice. Ends with the transaction. */
    void lock() {
        work.sql().call("select pg_advisory_xact_lock(hashtext('erp.exchange_rates'))");
    }

    BankingCalendar calendar() {
        if (calendar == null) {
            calendar = new Holidays(work).calendar();
        }
        return calendar;
    }

    /** The id of the new row; empty when this very observation stands in the book. */
    Optional<UUID> write(Observation row) {
        UUID id = work.newId();
        int written = work.sql()
                .update(
                        "insert into erp.exchange_rates (id, publication_id, source, channel, base, rate, value_date,"
                                + " operation_date, published_at, observed_at, state, doubts, witness_settles, supersedes,"
                                + " reason, details, evidence_sha256, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?::date,"
                                + " ?::timestamptz, ?, ?, ?, ?, ?::uuid, ?, ?::jsonb, ?, ?::uuid) on conflict do nothing",
                        id,
                        row.publicationId(),
                        row.source(),
                        row.channel(),
                        row.base().code(),
                        row.rate(),
                        row.valueDate(),
                        row.operationDate(),
                        row.publishedAt(),
                        work.now(),
                        row.state(),
                        row.doubts(),
                        row.witnessSettles(),
                        row.supersedes(),
                        row.reason(),
                        row.details(),
                        row.evidence(),
                        work.user().orElse(null));
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Everything known of one source, currency and value date, what counts first. */
    List<RateView> of(String source, Quoted base, LocalDate valueDate) {
        return work.sql()
                .list(
                        this::view,
                        SELECT + "where source = ? and base = ? and value_date = ?"
                                + " order by (standing = 'ACCEPTED') desc, counts_since desc, id desc",
                        source,
                        base.code(),
                        valueDate);
    }

    /** The accepted rate with the newest value date up to a day. */
    Optional<RateView> newest(String source, Quoted base, LocalDate until) {
        return work.sql()
                .first(
                        this::view,
                        SELECT + "where source = ? and base = ? and value_date <= ? and standing = 'ACCEPTED'"
                                + " and denomination = 'VES' order by value_date desc, counts_since desc, id desc limit 1",
                        source,
                        base.code(),
                        until);
    }

    /**
     * What a document could take between two value dates, the best of each first: the bank's own word, then what a
     * person read elsewhere, then what other sources agree on.
     */
    List<RateView> official(Quoted base, LocalDate from, LocalDate to) {
        return work.sql()
                .list(
                        this::view,
                        SELECT + "where base = ? and value_date between ? and ? and denomination = 'VES'"
                                + " and ((source in ('BCV', 'MANUAL') and standing = 'ACCEPTED')"
                                + " or standing = 'PROVISIONAL') order by value_date desc, (source = 'BCV') desc,"
                                + " (source = 'MANUAL') desc, counts_since desc, id desc",
                        base.code(),
                        from,
                        to);
    }

    Optional<RateView> lastOfficialBefore(Quoted base, LocalDate day) {
        return work.sql()
                .first(
                        this::view,
                        SELECT + "where source in ('BCV', 'MANUAL') and base = ? and value_date < ?"
                                + " and standing = 'ACCEPTED' and denomination = 'VES'"
                                + " order by value_date desc, (source = 'BCV') desc, counts_since desc, id desc limit 1",
                        base.code(),
                        day);
    }

    Optional<RateView> byId(UUID id) {
        return work.sql().first(this::view, SELECT + "where id = ?", id);
    }

    /** The rows that were observed together. */
    List<RateView> publicationOf(UUID id) {
        return work.sql()
                .list(
                        this::view,
                        SELECT + "where publication_id = (select publication_id from erp.exchange_rates where id = ?)"
                                + " order by base",
                        id);
    }

    List<RateView> waiting(int limit) {
        return work.sql().list(this::view, SELECT + "where standing = 'SUSPECT' order by id desc limit ?", limit);
    }

    List<RateView> page(RateQuery query, UUID before, int rows) {
        return work.sql()
                .list(
                        this::view,
                        SELECT + "where id < ? and (?::text is null or source = ?::text)"
                                + " and (?::text is null or base = ?::text) and (?::text is null or standing = ?::text)"
                                + " and (?::date is null or value_date >= ?::date)"
                                + " and (?::date is null or value_date <= ?::date) order by id desc limit ?",
                        before,
                        query.source(),
                        query.source(),
                        query.base(),
                        query.base(),
                        query.state(),
                        query.state(),
                        query.from(),
                        query.from(),
                        query.to(),
                        query.to(),
                        rows);
    }

    /** Another door or source showed the same rate; said once per door. */
    void sighted(UUID rate, String source, String channel, String evidence) {
        work.sql()
                .update(
                        "insert into erp.rate_sightings (id, rate_id, source, channel, seen_at, evidence_sha256)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        work.newId(),
                        rate,
                        source,
                        channel,
                        work.now(),
                        evidence);
    }

    /** Whether a newer rate should exist: by the banking calendar, or by the hour for a market. */
    boolean isStale(RateView rate) {
        return isStale(rate.source(), rate.observedAt(), rate.valueDate());
    }

    private boolean isStale(String source, Instant observedAt, LocalDate valueDate) {
        return source.equals("BINANCE")
                ? observedAt.plus(MARKET_AGE).isBefore(work.now())
                : valueDate.isBefore(calendar().sameOrNext(work.today()));
    }

    private RateView view(Sql.Row row) {
        LocalDate valueDate = row.date("value_date");
        Instant observedAt = row.instant("observed_at");
        String source = row.text("source");
        String decided = row.text("decision_reason");
        return new RateView(
                row.uuid("id"),
                source,
                row.text("base"),
                row.text("denomination"),
                row.decimal("rate"),
                valueDate,
                observedAt,
                isStale(source, observedAt, valueDate),
                decided == null ? row.text("reason") : decided,
                row.text("channel"),
                row.text("standing"),
                row.array("doubts"),
                row.date("operation_date"),
                row.instant("published_at"),
                row.text("evidence_sha256"),
                MarketSummary.fromJson(row.text("details")));
    }
}
