package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.CommissionEntry;
import com.servistech.erp.commissions.explain.CommissionExplanation;
import com.servistech.erp.commissions.pay.NewPayout;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.settlement.Settlement;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What those earn who repair, hand over and sell. */
@Path("commissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommissionsResource {

    @Schema(example = """
            {"period": "2026-11"}""")
    public record Period(String period) {}

    @Schema(example = """
            {"ids": ["0193a4c2-7f00-7a11-8b22-334455667788"], "method": "TRANSFER", "reference": "00081234"}""")
    public record CommissionPayment(
            List<UUID> ids,
            @Maybe String method,
            @Maybe UUID accountId,
            @Maybe String registerId,
            @Maybe String reference) {
        NewPayout input() {
            return new NewPayout(ids, method, accountId, registerId, reference);
        }
    }

    public record PaidStatements(List<StatementView> statements) {}

    public record Commission(
            UUID id,
            String kind,
            String basis,
            UUID orderId,
            UUID invoiceId,
            UUID personId,
            Money amount,
            Instant earnedAt,
            String period,
            Object inputs) {
        static Commission of(CommissionEntry e) {
            return new Commission(
                    e.id(),
                    e.kind(),
                    e.basis(),
                    e.orderId(),
                    e.invoiceId(),
                    e.personId(),
                    e.amount(),
                    e.earnedAt(),
                    e.period(),
                    Json.embedded(e.inputs()));
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Operation(summary = "Commissions, newest first; only the caller's own without the permission to see all")
    @PageOf(Commission.class)
    public Response list(
            @QueryParam("period") String period,
            @QueryParam("technicianId") UUID technicianId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> {
            Page<CommissionEntry> page = s.commissions().list(period, technicianId, Edge.page(limit, cursor));
            return Answer.ok(
                    new Page<>(page.items().stream().map(Commission::of).toList(), page.nextCursor()));
        });
    }

    @POST
    @Path("settlements")
    @Needs(Permission.COMMISSIONS_SETTLE)
    @MovesValue
    @Operation(summary = "Writes down what was earned in a month; doing it again adds nothing")
    @RequestBodySchema(Period.class)
    @APIResponseSchema(value = Settlement.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`commissions.period-frozen`, `ledger.period-closed`, `rates.missing`")
    public Response settle(Body body) {
        return edge.post(
                s -> Answer.created(s.commissions().settle(body.as(Period.class).period())));
    }

    @GET
    @Path("{id}/explanation")
    @Needs({Permission.COMMISSIONS_READ_OWN, Permission.COMMISSIONS_READ_ALL})
    @Operation(summary = "Why an entry says what it says, step by step down to the frozen figures, in two languages")
    @APIResponseSchema(CommissionExplanation.class)
    public Response explanation(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.commissions().explain(id)));
    }

    @POST
    @Path("payments")
    @Needs(Permission.COMMISSIONS_PAY)
    @MovesValue
    @Operation(summary = "Pays approved statements, each once: by their ids, or by those of all their entries")
    @RequestBodySchema(CommissionPayment.class)
    @APIResponseSchema(value = PaidStatements.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`commissions.paid`, `commissions.not-approved`, `cash.no-open-session`, `cash.not-enough`,"
                    + " `ledger.period-closed`, `rates.missing`")
    public Response pay(Body body) {
        return edge.post(s -> Answer.created(new PaidStatements(
                s.commissions().pay(body.as(CommissionPayment.class).input()))));
    }
}
