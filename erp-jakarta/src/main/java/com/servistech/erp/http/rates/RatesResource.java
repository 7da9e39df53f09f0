package com.servistech.erp.http.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.NewManualRate;
import com.servistech.erp.rates.RateQuery;
import com.servistech.erp.rates.RateSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Exchange rates. */
@Path("rates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RatesResource {

    public record Refresh(String source) {}

    public record Manual(
            @Maybe String source, Currency currency, BigDecimal rate, LocalDate valueDate, String reason) {}

    public record Convert(
            Money amount,
            Currency to,
            @Maybe String source,
            @Maybe LocalDate date) {}

    @Inject
    private Edge edge;

    @Inject
    private Erp erp;

    @GET
    @Path("current")
    public Response current(@QueryParam("source") String source, @QueryParam("currency") String currency) {
        Currency base = base(currency);
        return edge.readChain(s -> Answer.ok(s.rates().current(source == null ? "BCV" : source, base)));
    }

    @GET
    public Response list(
            @QueryParam("source") String source,
            @QueryParam("currency") String currency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        RateQuery query = new RateQuery(
                source,
                Query.value("currency", Currency.class, currency),
                Query.day("from", from),
                Query.day("to", to),
                Edge.page(limit, cursor));
        return edge.readChain(s -> Answer.ok(s.rates().list(query)));
    }

    @GET
    @Path("effective")
    public Response effective(@QueryParam("date") String date, @QueryParam("currency") String currency) {
        LocalDate day = Query.day("date", date);
        Currency base = base(currency);
        return edge.read(s -> Answer.ok(s.rates()
                .forDocument(
                        day == null ? s.today() : day,
                        base,
                        s.stores().current().issuer())));
    }

    @POST
    public Response publish(Manual b) {
        return edge.postChain(s -> Answer.created(
                s.rates().publish(new NewManualRate(b.currency(), b.rate(), b.valueDate(), b.reason()))));
    }

    /** The bank is asked before the transaction begins. */
    @POST
    @Path("refresh")
    public Response refresh(Refresh b) {
        if (!b.source().equals("BCV")) {
            throw new Conflict("rates.source-not-available", "Only BCV can be refreshed");
        }
        edge.requireSignedIn();
        RateSource.Fetched fetched = erp.bank().fetch();
        return edge.postChain(s -> Answer.ok(s.rates().take(fetched)));
    }

    @POST
    @Path("convert")
    public Response convert(Convert b) {
        return edge.readChain(s ->
                Answer.ok(s.rates().convert(b.amount(), b.to(), b.source() == null ? "BCV" : b.source(), b.date())));
    }

    private static Currency base(String currency) {
        Currency base = Query.value("currency", Currency.class, currency);
        return base == null ? Currency.USD : base;
    }
}
