package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.http.openapi.PageOf;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Months of commissions: approved, reopened, closed; and each person's month on paper. */
@Path("commissions/periods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommissionPeriodsResource {

    @Schema(example = """
            {"reason": "Faltaba una orden de la sede"}""")
    public record Reopening(String reason) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Operation(summary = "Months of commissions, newest first")
    @PageOf(PeriodView.class)
    public Response periods(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.commissions().periods(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Operation(summary = "One month and how far it is; its id may be the month itself, like 2026-11")
    @APIResponseSchema(PeriodView.class)
    public Response period(@PathParam("id") String id) {
        return edge.read(s -> Answer.ok(s.commissions().period(id)));
    }

    @POST
    @Path("{id}/approval")
    @Needs(Permission.COMMISSIONS_APPROVE)
    @Operation(summary = "Approves a calculated month and freezes every statement; never by who calculated it")
    @APIResponseSchema(value = PeriodView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`commissions.not-calculated`, `commissions.period-frozen`, `commissions.earlier-open`,"
                    + " `commissions.debit-answer-open`")
    public Response approve(@PathParam("id") String id) {
        return edge.post(s -> Answer.ok(s.commissions().approve(id)));
    }

    @POST
    @Path("{id}/reopening")
    @Needs(Permission.COMMISSIONS_APPROVE)
    @Operation(summary = "Takes an approval back, as long as nobody was paid")
    @RequestBodySchema(Reopening.class)
    @APIResponseSchema(value = PeriodView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`commissions.not-approved`, `commissions.paid`")
    public Response reopen(@PathParam("id") String id, Body body) {
        return edge.post(s -> Answer.ok(s.commissions()
                .reopen(
                        id,
                        body.as(Reopening.class, () -> s.commissions().period(id))
                                .reason())));
    }

    @POST
    @Path("{id}/closing")
    @Needs(Permission.COMMISSIONS_APPROVE)
    @Operation(summary = "Closes a month that was paid, for good")
    @APIResponseSchema(value = PeriodView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`commissions.not-paid`, `commissions.period-closed`")
    public Response close(@PathParam("id") String id) {
        return edge.post(s -> Answer.ok(s.commissions().close(id)));
    }

    @GET
    @Path("{id}/statement")
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Produces("application/pdf")
    @Operation(
            summary =
                    "A person's month as PDF, the caller's unless said; only the own one without the permission to see all")
    @FileOf("application/pdf")
    public Response statement(@PathParam("id") String id, @QueryParam("personId") UUID personId) {
        return edge.file(
                "application/pdf",
                s -> new Download(
                        "comisiones-" + id.replaceAll("[^0-9a-f-]", "") + ".pdf",
                        s.commissions().statementPdf(id, personId)));
    }
}
