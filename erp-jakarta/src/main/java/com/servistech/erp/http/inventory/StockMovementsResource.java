package com.servistech.erp.http.inventory;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.money.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Receipts and corrections of stock. */
@Path("stock-movements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StockMovementsResource {

    public record Draft(
            UUID partId,
            MovementKind kind,
            int quantity,
            @Maybe Money unitCost,
            String reason) {}

    @Inject
    private Edge edge;

    @POST
    public Response move(Draft b) {
        NewMovement movement = new NewMovement(b.partId(), b.kind(), b.quantity(), b.unitCost(), b.reason());
        return edge.postOnce(s -> Answer.created(s.inventory().move(movement)));
    }
}
