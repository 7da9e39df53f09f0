package com.servistech.erp.http.inventory;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.inventory.LowStock;
import com.servistech.erp.inventory.StockValuation;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What runs low in a store and what its stock is worth. */
@Path("stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {

    @Inject
    private Edge edge;

    @GET
    @Path("low")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "Parts of which less is free than the minimum says, by SKU")
    @PageOf(LowStock.class)
    public Response low(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.inventory().low(Edge.page(limit, cursor))));
    }

    @GET
    @Path("valuation")
    @Needs(Permission.STOCK_VALUE)
    @Operation(
            summary = "What the shelves were worth at the end of a day, beside what the books say; today without one")
    @APIResponseSchema(StockValuation.class)
    public Response valuation(@QueryParam("day") LocalDate day) {
        return edge.read(s -> Answer.ok(s.inventory().valuation(day)));
    }
}
