package com.servistech.erp.http.repairs;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.inventory.ReservationView;
import com.servistech.erp.repairs.Board;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderCard;
import com.servistech.erp.repairs.OrderDetails;
import com.servistech.erp.repairs.OrderQuery;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Service orders, from intake to handover. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    @Schema(example = """
            {"customerId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "deviceId": "0193a5c2-8d2f-7a10-b1c2-0f9e8d7c6b5a",
             "reportedIssue": "Pantalla rota", "priority": "HIGH",
             "checklist": {"enciende": true, "trae SIM": false, "golpes": "esquina superior"}, "termsAccepted": true}""")
    public record OrderDraft(
            UUID customerId,
            UUID deviceId,
            String reportedIssue,
            @Maybe Priority priority,
            @Maybe Map<String, Object> checklist,
            boolean termsAccepted) {
        NewOrder input() {
            return new NewOrder(customerId, deviceId, reportedIssue, priority, new Checklist(checklist), termsAccepted);
        }
    }

    @Schema(example = """
            {"priority": "URGENT", "diagnosis": "Pin de carga sulfatado"}""")
    public record OrderChange(
            @Maybe String reportedIssue,
            @Maybe Priority priority,
            @Maybe String diagnosis) {
        OrderDetails input() {
            return new OrderDetails(reportedIssue, priority, diagnosis);
        }
    }

    @Schema(example = """
            {"to": "DIAGNOSIS", "note": "Se revisa"}""")
    public record Move(OrderStatus to, @Maybe String note) {}

    @Schema(example = """
            {"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "quantity": 1}""")
    public record PartUse(UUID partId, int quantity) {}

    public record QaTestDraft(
            String name, boolean passed, @Maybe String notes) {}

    @Schema(example = """
            {"passed": true, "tests": [{"name": "pantalla", "passed": true}, {"name": "audio", "passed": true}]}""")
    public record QaDraft(
            boolean passed, List<QaTestDraft> tests, @Maybe String notes) {
        NewQaResult input() {
            List<QaTest> done = tests.stream()
                    .map(test -> new QaTest(test.name(), test.passed(), test.notes()))
                    .toList();
            return new NewQaResult(passed, done, notes);
        }
    }

    @Schema(example = """
            {"technicianId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87"}""")
    public record Assignment(UUID technicianId) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.ORDERS_READ)
    @Operation(summary = "Orders, newest first")
    @PageOf(OrderCard.class)
    public Response list(
            @QueryParam("status") List<OrderStatus> statuses,
            @QueryParam("technicianId") UUID technicianId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("deviceId") UUID deviceId,
            @QueryParam("q") String text,
            @QueryParam("updatedSince") Instant updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        OrderQuery query = new OrderQuery(
                statuses.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()),
                technicianId,
                customerId,
                deviceId,
                text,
                updatedSince,
                Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.repairs().list(query)));
    }

    @GET
    @Path("board")
    @Needs(Permission.ORDERS_READ)
    @Operation(summary = "The open orders by state, the most urgent on top")
    @APIResponseSchema(Board.class)
    public Response board() {
        return edge.read(s -> Answer.ok(s.repairs().board()));
    }

    @POST
    @Needs(Permission.ORDERS_RECEIVE)
    @Operation(summary = "Takes a device in")
    @RequestBodySchema(OrderDraft.class)
    @APIResponseSchema(value = OrderView.class, responseCode = "201")
    public Response receive(Body body) {
        return edge.post(s -> {
            OrderView order = s.repairs().receive(body.as(OrderDraft.class).input());
            return Answer.created(order, "orders", order.id(), order.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.ORDERS_READ)
    @Operation(summary = "One order with everything that happened to it")
    @APIResponseSchema(OrderView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.repairs().get(id)));
    }

    @PUT
    @Path("{id}")
    @Needs({Permission.ORDERS_RECEIVE, Permission.ORDERS_REPAIR})
    @Operation(summary = "Puts description, priority or diagnosis of an open order right; what is left out stays")
    @RequestBodySchema(OrderChange.class)
    @APIResponseSchema(OrderView.class)
    @APIResponse(responseCode = "409", description = "`orders.closed`")
    public Response update(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            OrderChange change = body.as(OrderChange.class, () -> s.repairs().get(id));
            return shown(s.repairs().update(id, edge.expectedVersion(), change.input()));
        });
    }

    @POST
    @Path("{id}/transitions")
    @Needs({Permission.ORDERS_READ, Permission.ORDERS_REPAIR})
    @Operation(summary = "Moves an order to another state; to DELIVERED is the handover")
    @RequestBodySchema(Move.class)
    @APIResponseSchema(value = OrderView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`orders.illegal-transition`")
    public Response move(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            Move move = body.as(Move.class, () -> s.repairs().get(id));
            return shown(
                    move.to() == OrderStatus.DELIVERED
                            ? s.handover().deliver(id, move.note())
                            : s.repairs().move(id, move.to(), move.note()));
        });
    }

    @POST
    @Path("{id}/assignment")
    @Needs(Permission.ORDERS_ASSIGN)
    @Operation(summary = "Gives an open order to somebody who repairs")
    @RequestBodySchema(Assignment.class)
    @APIResponseSchema(value = OrderView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`orders.closed`")
    public Response assign(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            Assignment assignment = body.as(Assignment.class, () -> s.repairs().get(id));
            return shown(s.repairs().assign(id, assignment.technicianId()));
        });
    }

    @POST
    @Path("{id}/parts")
    @Needs({Permission.STOCK_MOVE, Permission.ORDERS_REPAIR})
    @MovesValue
    @Operation(summary = "Sets parts aside for an open order")
    @RequestBodySchema(PartUse.class)
    @APIResponseSchema(value = ReservationView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`inventory.insufficient-stock`, `orders.closed`")
    public Response reserve(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PartUse use = body.as(PartUse.class, () -> s.repairs().get(id));
            return Answer.created(s.repairs().reservePart(id, use.partId(), use.quantity()));
        });
    }

    @POST
    @Path("{id}/qa-results")
    @Needs(Permission.ORDERS_QA)
    @Operation(summary = "What the check of a repaired device found: passed makes it READY, failed sends it back")
    @RequestBodySchema(QaDraft.class)
    @APIResponseSchema(value = OrderView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`orders.illegal-transition`, `orders.qa-same-person`")
    public Response check(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            QaDraft draft = body.as(QaDraft.class, () -> s.repairs().get(id));
            OrderView order = s.repairs().recordQuality(id, draft.input());
            return Answer.created(order, "orders", id, order.version());
        });
    }

    private static Answer shown(OrderView order) {
        return Answer.ok(order, order.version());
    }
}
