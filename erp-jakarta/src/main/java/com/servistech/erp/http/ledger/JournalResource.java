package com.servistech.erp.http.ledger;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.ledger.JournalEntryView;
import com.servistech.erp.ledger.JournalQuery;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.tenancy.Page;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The journal (libro diario). */
@Path("reports/journal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.LEDGER_READ)
    @Operation(summary = "Journal entries of a month, this one unless said, oldest first")
    @PageOf(JournalEntryView.class)
    public Response journal(
            @QueryParam("month") String month,
            @QueryParam("account") String account,
            @QueryParam("documentId") UUID documentId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Page.Request page = Edge.page(limit, cursor);
        return edge.read(s -> Answer.ok(s.books().journal(query(month(month, s.today()), account, documentId, page))));
    }

    @GET
    @Path("csv")
    @Needs(Permission.LEDGER_READ)
    @Produces("text/csv")
    @Operation(summary = "The journal of a month, this one unless said, a line a row")
    @FileOf("text/csv")
    public Response journalCsv(@QueryParam("month") String month, @QueryParam("account") String account) {
        return edge.file("text/csv;charset=UTF-8", s -> {
            Month of = month(month, s.today());
            String csv = s.books().journalCsv(query(of, account, null, Page.Request.first()));
            return new Download("diario-" + of + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static JournalQuery query(Month month, String account, UUID documentId, Page.Request page) {
        return new JournalQuery(month, account, documentId, page);
    }

    static Month month(String text, LocalDate today) {
        return Month.of(text == null ? today.toString().substring(0, 7) : text);
    }
}
