package com.servistech.erp.http.ledger;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.ledger.TrialBalance;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The trial balance (balance de comprobación). */
@Path("reports/trial-balance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrialBalanceResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.LEDGER_READ)
    @Operation(summary = "Trial balance of a month, this one unless said")
    @APIResponseSchema(TrialBalance.class)
    public Response trialBalance(@QueryParam("month") String month) {
        return edge.read(s -> Answer.ok(s.books().trialBalance(JournalResource.month(month, s.today()))));
    }

    @GET
    @Path("csv")
    @Needs(Permission.LEDGER_READ)
    @Produces("text/csv")
    @Operation(summary = "The trial balance of a month, this one unless said, an account a row")
    @FileOf("text/csv")
    public Response trialBalanceCsv(@QueryParam("month") String month) {
        return edge.file("text/csv;charset=UTF-8", s -> {
            Month of = JournalResource.month(month, s.today());
            byte[] csv = s.books().trialBalanceCsv(of).getBytes(StandardCharsets.UTF_8);
            return new Download("balance-" + of + ".csv", csv);
        });
    }
}
