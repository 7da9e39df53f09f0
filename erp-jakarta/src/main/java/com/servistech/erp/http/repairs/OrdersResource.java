package com.servistech.erp.http.repairs;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderDetails;
import com.servistech.erp.repairs.OrderQuery;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.repairs.QaTest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Service orders, from intake to handover. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersResource {

    public record Draft(
            UUID customerId,
            UUID deviceId,
            String reportedIssue,
            @Maybe Priority priority,
            @Maybe Map<String, Object> checklist,
            boolean termsAccepted) {}

    public record Details(
            @Maybe String reportedIssue,
            @Maybe Priority priority,
            @Maybe String diagnosis) {}

    public record Move(OrderStatus to, @Maybe String note) {}

    public record PartUse(UUID partId, int quantity) {}

    public record Test(String name, boolean passed, @Maybe String notes) {}

    public record QaDraft(
            boolean passed, List<Test> tests, @Maybe String notes) {}

    public record Assignment(UUID technicianId) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(
            @QueryParam("status") List<String> statuses,
            @QueryParam("technicianId") String technicianId,
            @QueryParam("customerId") String customerId,
            @QueryParam("deviceId") String deviceId,
            @QueryParam("q") String text,
            @QueryParam("updatedSince") String updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        OrderQuery query = new OrderQuery(
                statuses.stream()
                        .map(status -> Query.value("status", OrderStatus.class, status))
                        .collect(Collectors.toUnmodifiableSet()),
                Query.uuid("technicianId", technicianId),
                Query.uuid("customerId", customerId),
                Query.uuid("deviceId", deviceId),
                text,
                Query.instant("updatedSince", updatedSince),
                Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.repairs().list(query)));
    }

    @GET
    @Path("board")
    public Response board() {
        return edge.read(s -> Answer.ok(s.repairs().board()));
    }

    @POST
    public Response receive(Draft b) {
        NewOrder input = new NewOrder(
                b.customerId(),
                b.deviceId(),
                b.reportedIssue(),
                b.priority(),
                new Checklist(b.checklist()),
                b.termsAccepted());
        return edge.post(s -> {
            OrderView order = s.repairs().receive(input);
            return Answer.created(order, "orders", order.id(), order.version());
        });
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.repairs().get(id)));
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") UUID id, Details b) {
        int version = edge.expectedVersion();
        return edge.write(s -> shown(
                s.repairs().update(id, version, new OrderDetails(b.reportedIssue(), b.priority(), b.diagnosis()))));
    }

    @POST
    @Path("{id}/transitions")
    public Response move(@PathParam("id") UUID id, Move b) {
        return edge.post(s -> shown(
                b.to() == OrderStatus.DELIVERED
                        ? s.handover().deliver(id, b.note())
                        : s.repairs().move(id, b.to(), b.note())));
    }

    @POST
    @Path("{id}/assignment")
    public Response assign(@PathParam("id") UUID id, Assignment b) {
        return edge.post(s -> shown(s.repairs().assign(id, b.technicianId())));
    }

    @POST
    @Path("{id}/parts")
    public Response reserve(@PathParam("id") UUID id, PartUse b) {
        return edge.postOnce(s -> Answer.created(s.repairs().reservePart(id, b.partId(), b.quantity())));
    }

    @POST
    @Path("{id}/qa-results")
    public Response check(@PathParam("id") UUID id, QaDraft b) {
        List<QaTest> tests = b.tests().stream()
                .map(test -> new QaTest(test.name(), test.passed(), test.notes()))
                .toList();
        return edge.post(s -> {
            OrderView order = s.repairs().recordQuality(id, new NewQaResult(b.passed(), tests, b.notes()));
            return new Answer(201, Map.of("ETag", "\"" + order.version() + "\""), order);
        });
    }

    private static Answer shown(OrderView order) {
        return Answer.ok(order, order.version());
    }
}
