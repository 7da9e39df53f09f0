package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.CommissionEntry;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** What technicians earn. */
@Path("commissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommissionsResource {

    public record Period(String period) {}

    record Entry(
            UUID id,
            String kind,
            UUID orderId,
            UUID personId,
            Money amount,
            Instant earnedAt,
            String period,
            Object inputs) {
        static Entry of(CommissionEntry e) {
            return new Entry(
                    e.id(),
                    e.kind(),
                    e.orderId(),
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
    public Response list(
            @QueryParam("period") String period,
            @QueryParam("technicianId") String technicianId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        UUID person = Query.uuid("technicianId", technicianId);
        return edge.read(s -> {
            Page<CommissionEntry> page = s.commissions().list(period, person, Edge.page(limit, cursor));
            return Answer.ok(new Page<>(page.items().stream().map(Entry::of).toList(), page.nextCursor()));
        });
    }

    @POST
    @Path("settlements")
    public Response settle(Period b) {
        return edge.postOnce(s -> Answer.created(s.commissions().settle(b.period())));
    }
}
