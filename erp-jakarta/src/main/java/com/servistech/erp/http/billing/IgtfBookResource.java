package com.servistech.erp.http.billing;

import com.servistech.erp.billing.book.Fortnight;
import com.servistech.erp.billing.book.IgtfBook;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
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

/** The book of perceptions (libro de percepciones de IGTF). */
@Path("reports/igtf-book")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IgtfBookResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.LEDGER_READ)
    @Operation(summary = "IGTF that was perceived in a fortnight like 2026-11-1 or 2026-11-2, this one unless said")
    @APIResponseSchema(IgtfBook.class)
    public Response igtfBook(@QueryParam("fortnight") String fortnight) {
        return edge.read(s -> Answer.ok(s.billing().igtfBook(fortnight(fortnight, s.today()))));
    }

    @GET
    @Path("csv")
    @Needs(Permission.LEDGER_READ)
    @Produces("text/csv")
    @Operation(summary = "IGTF that was perceived in a fortnight, this one unless said, a payment a row")
    @FileOf("text/csv")
    public Response igtfBookCsv(@QueryParam("fortnight") String fortnight) {
        return edge.file("text/csv;charset=UTF-8", s -> {
            Fortnight of = fortnight(fortnight, s.today());
            String csv = s.billing().igtfBook(of).csv();
            return new Download("percepciones-igtf-" + of + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Fortnight fortnight(String text, LocalDate today) {
        return text == null ? Fortnight.with(today) : Fortnight.of(text);
    }
}
