package com.servistech.erp.http.ledger;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.ledger.PeriodClosing;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Months whose books are closed. */
@Path("period-closings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeriodClosingsResource {

    @Schema(example = """
            {"month": "2020-01"}""")
    public record PeriodToClose(String month) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.LEDGER_READ)
    @Operation(summary = "Closed months, newest first")
    @PageOf(PeriodClosing.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.books().closings(Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.PERIODS_CLOSE)
    @MovesValue
    @Operation(summary = "Closes the books of a month, and of all before it, for good")
    @RequestBodySchema(PeriodToClose.class)
    @APIResponseSchema(value = PeriodClosing.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`ledger.period-not-over`, `ledger.period-closed`")
    public Response close(Body body) {
        return edge.post(s -> Answer.created(
                s.books().close(Month.of(body.as(PeriodToClose.class).month()))));
    }
}
