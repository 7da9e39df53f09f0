package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.debit.DebitView;
import com.servistech.erp.commissions.debit.NewDebit;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Charges against a person's pay, from their proposal to their decision. */
@Path("commissions/debits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommissionDebitsResource {

    @Schema(example = """
            {"personId": "0193a4c2-7f00-7a11-8b22-334455667788", "cause": "HUMAN_ERROR",
             "amount": {"amount": "24.00", "currency": "USD"}, "description": "La pantalla quedó mal pegada",
             "evidence": ["La foto de la entrega"]}""")
    public record DebitDraft(
            UUID personId,
            @Maybe UUID orderId,
            String cause,
            Money amount,
            String description,
            @Maybe List<String> evidence,
            @Maybe List<UUID> fileIds,
            @Maybe ReworkPay rework) {
        NewDebit input() {
            return new NewDebit(
                    personId,
                    orderId,
                    cause,
                    amount,
                    description,
                    evidence,
                    fileIds,
                    rework == null ? null : new NewDebit.Redone(rework.personId(), rework.amount()));
        }
    }

    /** Who does the work again for pay. */
    public record ReworkPay(UUID personId, Money amount) {}

    @Schema(example = """
            {"note": "Revisado con la foto"}""")
    public record DebitDecision(@Maybe String note) {}

    @Schema(example = """
            {"note": "La pantalla venía dañada"}""")
    public record DebitRefusal(String note) {}

    @Schema(example = """
            {"answer": "La pantalla ya venía con esa raya"}""")
    public record DebitAnswer(String answer) {}

    @Inject
    private Edge edge;

    @GET
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Operation(summary = "Debits, newest first; only the caller's own without the permission to see all")
    @PageOf(DebitView.class)
    public Response debits(
            @QueryParam("personId") UUID personId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.commissions().debits(personId, Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Operation(summary = "One debit with its evidence, its answers and its decision")
    @APIResponseSchema(DebitView.class)
    public Response debit(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.commissions().debit(id)));
    }

    @GET
    @Path("{id}/files/{fileId}")
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A picture or paper of a debit's evidence, also for the person who is charged")
    @FileOf("application/octet-stream")
    public Response debitEvidence(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        return edge.stored(s -> s.commissions().evidence(id, fileId, s.files()));
    }

    @POST
    @Needs(Permission.COMMISSIONS_DEBIT)
    @MovesValue
    @Operation(summary = "Proposes a debit and gives the person notice; another person decides it")
    @RequestBodySchema(DebitDraft.class)
    @APIResponseSchema(value = DebitView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`commissions.cause-not-chargeable`")
    public Response proposeDebit(Body body) {
        return edge.post(s ->
                Answer.created(s.commissions().propose(body.as(DebitDraft.class).input())));
    }

    @POST
    @Path("{id}/answer")
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Operation(summary = "What the person who is charged says to it")
    @RequestBodySchema(DebitAnswer.class)
    @APIResponseSchema(value = DebitView.class, responseCode = "200")
    public Response answerDebit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> Answer.ok(s.commissions()
                .answer(
                        id,
                        body.as(DebitAnswer.class, () -> s.commissions().debit(id))
                                .answer())));
    }

    @POST
    @Path("{id}/approval")
    @Needs(Permission.COMMISSIONS_DEBIT_APPROVE)
    @MovesValue
    @Operation(summary = "Charges it to the open month; never by who proposed it or is charged")
    @RequestBodySchema(DebitDecision.class)
    @APIResponseSchema(value = DebitView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`commissions.debit-decided`, `ledger.period-closed`, `rates.missing`")
    public Response approveDebit(@PathParam("id") UUID id, @Maybe Body body) {
        return edge.post(s -> Answer.ok(s.commissions()
                .approveDebit(
                        id,
                        body == null
                                ? null
                                : body.as(
                                                DebitDecision.class,
                                                () -> s.commissions().debit(id))
                                        .note())));
    }

    @POST
    @Path("{id}/refusal")
    @Needs(Permission.COMMISSIONS_DEBIT_APPROVE)
    @Operation(summary = "Refuses a debit: nothing is charged")
    @RequestBodySchema(DebitRefusal.class)
    @APIResponseSchema(value = DebitView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`commissions.debit-decided`")
    public Response refuseDebit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> Answer.ok(s.commissions()
                .refuseDebit(
                        id,
                        body.as(DebitRefusal.class, () -> s.commissions().debit(id))
                                .note())));
    }

    @POST
    @Path("{id}/reversal")
    @Needs(Permission.COMMISSIONS_DEBIT_APPROVE)
    @MovesValue
    @Operation(summary = "Takes an approved debit back by a further entry")
    @RequestBodySchema(DebitRefusal.class)
    @APIResponseSchema(value = DebitView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`commissions.debit-not-approved`, `ledger.period-closed`, `rates.missing`")
    public Response reverseDebit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> Answer.ok(s.commissions()
                .reverseDebit(
                        id,
                        body.as(DebitRefusal.class, () -> s.commissions().debit(id))
                                .note())));
    }
}
