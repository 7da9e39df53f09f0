package com.servistech.erp.http.stores;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.LimitCard;
import com.servistech.erp.stores.NewLimit;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Up to where one person may act alone in the store. */
@Path("limits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LimitsResource {

    @Schema(example = """
            {"limit": "REFUND_ALONE", "amount": {"amount": "10.00", "currency": "USD"}, "validFrom": "2099-01-01",
             "reason": "Decisión de la dueña"}""")
    public record LimitDraft(Limit limit, Money amount, LocalDate validFrom, String reason) {
        NewLimit input() {
            return new NewLimit(limit, amount, validFrom, reason);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.STORES_READ)
    @Operation(summary = "The store's limits as they stand today; all on one page")
    @PageOf(LimitCard.class)
    public Response limits() {
        return edge.read(s -> Answer.ok(new Page<>(s.limits().list(), null)));
    }

    @POST
    @Needs(Permission.LIMITS_WRITE)
    @Operation(summary = "Sets a limit from a later day on")
    @RequestBodySchema(LimitDraft.class)
    @APIResponseSchema(value = LimitCard.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`limits.day-taken`")
    public Response set(Body body) {
        return edge.post(
                s -> Answer.created(s.limits().set(body.as(LimitDraft.class).input())));
    }
}
