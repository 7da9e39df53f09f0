package com.servistech.erp.http.cash;

import com.servistech.erp.cash.CashCount;
import com.servistech.erp.cash.CashExpenseView;
import com.servistech.erp.cash.CashMovementView;
import com.servistech.erp.cash.CashSessionView;
import com.servistech.erp.cash.CashTransferView;
import com.servistech.erp.cash.Denomination;
import com.servistech.erp.cash.NewCount;
import com.servistech.erp.cash.NewExpense;
import com.servistech.erp.cash.NewTransfer;
import com.servistech.erp.cash.SessionReport;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
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

/** Registers from their float to their count. */
@Path("cash-sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CashSessionsResource {

    @Schema(example = """
            {"register": "Caja 2", "openingUsd": {"amount": "40.00", "currency": "USD"},
             "openingVes": {"amount": "0.00", "currency": "VES"}}""")
    public record Opening(String register, Money openingUsd, Money openingVes) {}

    @Schema(example = """
            {"countedUsd": {"amount": "140.00", "currency": "USD"},
             "countedVes": {"amount": "0.00", "currency": "VES"}, "reason": "Faltan dos billetes rotos"}""")
    public record Count(
            Money countedUsd,
            Money countedVes,
            @Maybe String reason,
            @Maybe List<CountedNote> denominations) {
        NewCount input() {
            List<CountedNote> notes = denominations == null ? List.of() : denominations;
            return new NewCount(
                    countedUsd,
                    countedVes,
                    reason,
                    notes.stream()
                            .map(note -> new Denomination(note.value(), note.count()))
                            .toList());
        }
    }

    /** So many notes or coins of one value. */
    public record CountedNote(Money value, int count) {}

    @Schema(example = """
            {"note": "Revisado en cámara"}""")
    public record DifferenceApproval(String note) {}

    @Schema(example = """
            {"amount": {"amount": "3.50", "currency": "USD"}, "category": "TRANSPORTE",
             "description": "Taxi del mensajero", "receipt": "F-0012"}""")
    public record PettyExpense(
            Money amount,
            String category,
            String description,
            @Maybe String receipt,
            @Maybe UUID receiptFileId) {
        NewExpense input() {
            return new NewExpense(amount, category, description, receipt, receiptFileId);
        }
    }

    @Schema(example = """
            {"kind": "BANK_DEPOSIT", "amount": {"amount": "100.00", "currency": "USD"}, "reference": "000123",
             "reason": "Depósito del mediodía"}""")
    public record CashTransferDraft(
            NewTransfer.Kind kind,
            Money amount,
            @Maybe UUID accountId,
            @Maybe String reference,
            String reason) {
        NewTransfer input() {
            return new NewTransfer(kind, amount, accountId, reference, reason);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.CASH_SESSIONS)
    @Operation(summary = "Cash sessions, newest first")
    @PageOf(CashSessionView.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.cash().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("current")
    @Needs(Permission.CASH_SESSIONS)
    @Operation(summary = "The caller's own open session")
    @APIResponseSchema(CashSessionView.class)
    public Response current() {
        return edge.read(s -> shown(s.cash().current()));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.CASH_SESSIONS)
    @Operation(summary = "One cash session")
    @APIResponseSchema(CashSessionView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.cash().get(id)));
    }

    @POST
    @Needs(Permission.CASH_SESSIONS)
    @MovesValue
    @Operation(summary = "Opens a register with its float")
    @RequestBodySchema(Opening.class)
    @APIResponseSchema(value = CashSessionView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`cash.session-open`")
    public Response open(Body body) {
        return edge.post(s -> {
            Opening b = body.as(Opening.class);
            CashSessionView session = s.cash().open(b.register(), b.openingUsd(), b.openingVes());
            return Answer.created(session, "cash-sessions", session.id(), session.version());
        });
    }

    @POST
    @Path("{id}/close")
    @Needs(Permission.CASH_SESSIONS)
    @MovesValue
    @Operation(summary = "Closes a register by counting; a difference needs a reason")
    @RequestBodySchema(Count.class)
    @APIResponseSchema(value = CashCount.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`cash.session-closed`, `ledger.period-closed`")
    public Response close(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            Count b = body.as(Count.class, () -> s.cash().get(id));
            return Answer.ok(s.cash().close(id, b.input()));
        });
    }

    @POST
    @Path("{id}/approval")
    @Needs(Permission.CASH_SUPERVISE)
    @Operation(summary = "Accepts a difference above the limit; never one's own")
    @RequestBodySchema(DifferenceApproval.class)
    @APIResponseSchema(value = CashSessionView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`cash.no-approval-needed`")
    public Response approve(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            DifferenceApproval b =
                    body.as(DifferenceApproval.class, () -> s.cash().get(id));
            return shown(s.cash().approve(id, b.note()));
        });
    }

    @POST
    @Path("{id}/expenses")
    @Needs(Permission.CASH_SESSIONS)
    @MovesValue
    @Operation(summary = "Pays something small out of the drawer: petty cash")
    @RequestBodySchema(PettyExpense.class)
    @APIResponseSchema(value = CashExpenseView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`cash.not-enough`, `cash.session-closed`, `ledger.period-closed`")
    public Response spend(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PettyExpense b = body.as(PettyExpense.class, () -> s.cash().get(id));
            return Answer.created(s.cash().spend(id, b.input()));
        });
    }

    @POST
    @Path("{id}/transfers")
    @Needs(Permission.CASH_SESSIONS)
    @MovesValue
    @Operation(summary = "Moves cash between the drawer and a bank, or, for supervisors, the safe")
    @RequestBodySchema(CashTransferDraft.class)
    @APIResponseSchema(value = CashTransferView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`cash.not-enough`, `cash.session-closed`, `ledger.period-closed`")
    public Response move(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            CashTransferDraft b =
                    body.as(CashTransferDraft.class, () -> s.cash().get(id));
            return Answer.created(s.cash().move(id, b.input()));
        });
    }

    @GET
    @Path("{id}/report")
    @Needs(Permission.CASH_SESSIONS)
    @Operation(summary = "The Z of a closed session; the X of an open one for supervisors only: it is counted blind")
    @APIResponseSchema(SessionReport.class)
    public Response report(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.cash().report(id)));
    }

    @GET
    @Path("{id}/movements")
    @Needs(Permission.CASH_SESSIONS)
    @Operation(summary = "What moved in a drawer, oldest first; of an open session for supervisors only")
    @PageOf(CashMovementView.class)
    public Response movements(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.cash().movements(id, Edge.page(limit, cursor))));
    }

    private static Answer shown(CashSessionView session) {
        return Answer.ok(session, session.version());
    }
}
