package com.servistech.erp.http.inventory;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.StockView;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Receipts and corrections of stock. */
@Path("stock-movements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockMovementsResource {

    @Schema(example = """
            {"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "kind": "RECEIPT", "quantity": 5,
             "unitCost": {"amount": "38.00", "currency": "USD"}, "reason": "Compra a proveedor"}""")
    public record MovementDraft(
            UUID partId,
            MovementKind kind,
            int quantity,
            @Maybe Money unitCost,
            String reason) {
        NewMovement input() {
            return new NewMovement(partId, kind, quantity, unitCost, reason);
        }
    }

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(summary = "Takes parts in, or puts right what a count found; answers the new stock")
    @RequestBodySchema(MovementDraft.class)
    @APIResponseSchema(value = StockView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`inventory.insufficient-stock`, `inventory.inactive`, `rates.missing`")
    public Response move(Body body) {
        return edge.post(s ->
                Answer.created(s.inventory().move(body.as(MovementDraft.class).input())));
    }
}
