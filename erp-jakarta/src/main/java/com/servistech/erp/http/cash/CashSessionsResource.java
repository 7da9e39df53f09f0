package com.servistech.erp.http.cash;

import com.servistech.erp.cash.CashCount;
import com.servistech.erp.cash.CashSessionView;
import com.servistech.erp.cash.Denomination;
import com.servistech.erp.cash.NewCount;
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
            @Maybe List<Note> denominations) {
        NewCount input() {
            List<Note> notes = denominations == null ? List.of() : denominations;
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
    public record Note(Money value, int count) {}

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
    @APIResponse(responseCode = "409", description = "`cash.session-closed`")
    public Response close(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            Count b = body.as(Count.class, () -> s.cash().get(id));
            return Answer.ok(s.cash().close(id, b.input()));
        });
    }

    private static Answer shown(CashSessionView session) {
        return Answer.ok(session, session.version());
    }
}
