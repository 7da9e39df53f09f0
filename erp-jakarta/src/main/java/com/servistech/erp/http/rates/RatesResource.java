package com.servistech.erp.http.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.Refresh;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.ReadOnly;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BankingCalendar;
import com.servistech.erp.rates.Conversion;
import com.servistech.erp.rates.EffectiveRate;
import com.servistech.erp.rates.Freshness;
import com.servistech.erp.rates.NewManualRate;
import com.servistech.erp.rates.RateChart;
import com.servistech.erp.rates.RateQuery;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.rates.Refreshed;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Exchange rates. */
@Path("rates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {

    /** Who says what a currency costs. */
    public enum Source {
        BCV,
        BINANCE,
        MANUAL
    }

    @Schema(example = """
            {"source": "BCV"}""")
    public record RateRefresh(Source source) {}

    @Schema(example = """
            {"decision": "CONFIRMED", "reason": "Comunicado del BCV de esta tarde"}""")
    public record RateDecision(Decision decision, String reason) {

        /** What a person makes of a rate that waits. */
        public enum Decision {
            CONFIRMED,
            REJECTED
        }
    }

    @Schema(example = """
            {"day": "2027-01-11", "closed": true, "source": "SUDEBAN, lista de feriados bancarios 2027"}""")
    public record Holiday(LocalDate day, @Maybe Boolean closed, String source) {
        BankingCalendar.Change change() {
            return new BankingCalendar.Change(day, closed == null || closed, source);
        }
    }

    @Schema(example = """
            {"currency": "USD", "rate": "243.5678", "valueDate": "2026-11-24", "reason": "La página del banco no responde"}""")
    public record ManualRate(
            @Maybe Source source, Currency currency, BigDecimal rate, LocalDate valueDate, String reason) {
        NewManualRate input() {
            if (source != null && source != Source.MANUAL) {
                throw Invalid.at("/source", "field.value", "One of [MANUAL]");
            }
            return new NewManualRate(currency, rate, valueDate, reason);
        }
    }

    @Schema(example = """
            {"amount": {"amount": "12.50", "currency": "USD"}, "to": "VES"}""")
    public record ConversionRequest(
            Money amount,
            Currency to,
            @Maybe Source source,
            @Maybe LocalDate date) {}

    /** Rates in doubt. */
    public record Waiting(List<RateView> items) {}

    private static final int CHART_DAYS = 90;

    @Inject
    private Edge edge;

    @Inject
    private Erp erp;

    @GET
    @Path("current")
    @Needs(Permission.RATES_READ)
    @ChainWide
    @Operation(summary = "The rate that counts today; BCV's dollar unless asked for another")
    @APIResponseSchema(RateView.class)
    public Response current(@QueryParam("source") Source source, @QueryParam("currency") Currency currency) {
        return edge.read(s -> Answer.ok(s.rates().current(nameOf(source), base(currency))));
    }

    @GET
    @Needs(Permission.RATES_READ)
    @ChainWide
    @Operation(summary = "Rates as they were observed, newest first")
    @PageOf(RateView.class)
    public Response list(
            @QueryParam("source") Source source,
            @QueryParam("currency") Currency currency,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        RateQuery query =
                new RateQuery(source == null ? null : source.name(), currency, from, to, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.rates().list(query)));
    }

    @GET
    @Path("effective")
    @Needs(Permission.RATES_READ)
    @Operation(summary = "The rate that a document of the store takes on a business day, and why")
    @APIResponseSchema(EffectiveRate.class)
    @APIResponse(responseCode = "409", description = "`rates.missing`")
    public Response effective(@QueryParam("date") LocalDate date, @QueryParam("currency") Currency currency) {
        return edge.read(s -> Answer.ok(s.rates()
                .effective(
                        date == null ? s.today() : date,
                        base(currency),
                        s.stores().current().issuer())));
    }

    @POST
    @Needs(Permission.RATES_WRITE)
    @ChainWide
    @Operation(summary = "Enters a rate by hand, with the reason")
    @RequestBodySchema(ManualRate.class)
    @APIResponseSchema(value = RateView.class, responseCode = "201")
    public Response publish(Body body) {
        return edge.post(
                s -> Answer.created(s.rates().publish(body.as(ManualRate.class).input())));
    }

    /** The source is asked before the transaction begins. */
    @POST
    @Path("refresh")
    @Needs(Permission.RATES_WRITE)
    @ChainWide
    @Operation(summary = "Asks BCV or BINANCE for its newest rates; in every case of doubt the rate of before stays")
    @RequestBodySchema(RateRefresh.class)
    @APIResponseSchema(value = Refreshed.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`rates.source-not-available`")
    public Response refresh(Body body) {
        Source source = body.as(RateRefresh.class).source();
        if (source == Source.MANUAL) {
            throw new Conflict("rates.source-not-available", "BCV and BINANCE can be asked");
        }
        Refresh refresh = Refresh.ask(erp.rateSources(), Refresh.Source.valueOf(source.name()));
        return edge.post(s -> Answer.ok(refresh.enter(s)));
    }

    @GET
    @Path("waiting")
    @Needs(Permission.RATES_READ)
    @ChainWide
    @Operation(summary = "Rates that a person must confirm or refuse, newest first")
    @APIResponseSchema(Waiting.class)
    public Response waiting() {
        return edge.read(s -> Answer.ok(new Waiting(s.rates().waiting())));
    }

    @GET
    @Path("chart")
    @Needs(Permission.RATES_READ)
    @ChainWide
    @Operation(summary = "What counted on each value date, oldest first; the last ninety days unless asked for others")
    @APIResponseSchema(RateChart.class)
    public Response chart(
            @QueryParam("source") Source source,
            @QueryParam("currency") Currency currency,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return edge.read(s -> {
            LocalDate end = to == null ? s.today().plusDays(1) : to;
            LocalDate begin = from == null ? end.minusDays(CHART_DAYS) : from;
            return Answer.ok(s.rates().chart(nameOf(source), base(currency), begin, end));
        });
    }

    @GET
    @Path("freshness")
    @Needs(Permission.RATES_READ)
    @ChainWide
    @Operation(summary = "Whether the official dollar is as new as it should be, by the banking calendar")
    @APIResponseSchema(Freshness.class)
    public Response freshness() {
        return edge.read(s -> Answer.ok(s.rates().freshness()));
    }

    @POST
    @Path("holidays")
    @Needs(Permission.RATES_WRITE)
    @ChainWide
    @Operation(summary = "Enters a bank holiday that was announced, or takes one back with closed: false")
    @RequestBodySchema(Holiday.class)
    @APIResponseSchema(value = BankingCalendar.Change.class, responseCode = "201")
    public Response addHoliday(Body body) {
        return edge.post(s -> {
            BankingCalendar.Change change = body.as(Holiday.class).change();
            s.rates().addHoliday(change);
            return Answer.created(change);
        });
    }

    @POST
    @Path("{id}/decision")
    @Needs(Permission.RATES_WRITE)
    @ChainWide
    @Operation(summary = "Confirms or refuses a rate in doubt with its whole publication, once")
    @RequestBodySchema(RateDecision.class)
    @APIResponseSchema(value = RateView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`rates.not-suspect`, `rates.same-person`")
    public Response decide(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            RateDecision b = body.as(RateDecision.class, () -> s.rates().get(id));
            return Answer.ok(s.rates().decide(id, b.decision() == RateDecision.Decision.CONFIRMED, b.reason()));
        });
    }

    @POST
    @Path("convert")
    @Needs(Permission.RATES_READ)
    @ChainWide
    @ReadOnly
    @Operation(
            summary =
                    "An amount in the other currency; one of the two is VES. Without a source at the rate that a document of"
                            + " the store would take, on the chain at the bank's")
    @RequestBodySchema(ConversionRequest.class)
    @APIResponseSchema(value = Conversion.class, responseCode = "200")
    public Response convert(Body body) {
        return edge.read(s -> {
            ConversionRequest b = body.as(ConversionRequest.class);
            return Answer.ok(s.rates()
                    .convert(
                            b.amount(),
                            b.to(),
                            b.source() == null ? null : b.source().name(),
                            b.date()));
        });
    }

    private static String nameOf(Source source) {
        return (source == null ? Source.BCV : source).name();
    }

    private static Currency base(Currency currency) {
        return currency == null ? Currency.USD : currency;
    }
}
