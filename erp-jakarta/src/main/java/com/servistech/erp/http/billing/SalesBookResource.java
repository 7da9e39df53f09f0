package com.servistech.erp.http.billing;

import com.servistech.erp.billing.book.SalesBook;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The sales book (libro de ventas). */
@Path("reports/sales-book")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SalesBookResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.LEDGER_READ)
    @Operation(summary = "The store's part of its issuer's sales book in a month, this one unless said")
    @APIResponseSchema(SalesBook.class)
    public Response salesBook(@QueryParam("month") String month) {
        return edge.read(s -> Answer.ok(s.billing().salesBook(month(month, s.today()))));
    }

    @GET
    @Path("csv")
    @Needs(Permission.LEDGER_READ)
    @Produces("text/csv")
    @Operation(summary = "The sales book of a month, this one unless said, a document a row")
    @FileOf("text/csv")
    public Response salesBookCsv(@QueryParam("month") String month) {
        return edge.file("text/csv;charset=UTF-8", s -> {
            Month of = month(month, s.today());
            String csv = s.billing().salesBook(of).csv();
            return new Download("libro-de-ventas-" + of + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Month month(String text, LocalDate today) {
        return Month.of(text == null ? today.toString().substring(0, 7) : text);
    }
}
