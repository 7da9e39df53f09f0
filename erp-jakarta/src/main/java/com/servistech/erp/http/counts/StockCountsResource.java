package com.servistech.erp.http.counts;

import com.servistech.erp.counts.CountStatus;
import com.servistech.erp.counts.CountView;
import com.servistech.erp.counts.NewCount;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
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

/** Blind counts of what is on the shelves. */
@Path("stock-counts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockCountsResource {

    @Schema(example = """
            {"name": "Vitrina, noviembre"}""")
    public record StockCountDraft(String name, @Maybe List<UUID> partIds) {}

    @Schema(example = """
            {"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "counted": 7}""")
    public record CountedPart(UUID partId, int counted) {}

    @Schema(example = """
            {"reason": "Falta uno en la vitrina"}""")
    public record StockCountEnd(@Maybe String reason) {}

    @Schema(example = """
            {"approved": true, "reason": "Se revisó la cámara"}""")
    public record StockCountDecision(
            boolean approved, @Maybe String reason) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "Counts, newest first, without their lines")
    @PageOf(CountView.class)
    public Response list(
            @QueryParam("status") CountStatus status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.counts().list(status, Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "Begins a count of some parts, or of everything that is written down")
    @RequestBodySchema(StockCountDraft.class)
    @APIResponseSchema(value = CountView.class, responseCode = "201")
    public Response open(Body body) {
        return edge.post(s -> {
            StockCountDraft draft = body.as(StockCountDraft.class);
            CountView count = s.counts().open(new NewCount(draft.name(), draft.partIds()));
            return Answer.created(count, "stock-counts", count.id(), count.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "One count; what was expected is shown once nobody counts any more")
    @APIResponseSchema(CountView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.counts().get(id)));
    }

    @POST
    @Path("{id}/lines")
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "Writes down how many of a part are there; counted again, the newer figure counts")
    @RequestBodySchema(CountedPart.class)
    @APIResponseSchema(value = CountView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`counts.not-open`")
    public Response count(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            CountedPart line = body.as(CountedPart.class, () -> s.counts().get(id));
            return shown(s.counts().count(id, line.partId(), line.counted()));
        });
    }

    @POST
    @Path("{id}/submission")
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(
            summary = "Hands a count in: differences up to the limit are put right at once, others wait for approval")
    @RequestBodySchema(StockCountEnd.class)
    @APIResponseSchema(value = CountView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`counts.not-open`, `counts.not-counted`, `counts.reserved`")
    public Response submit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            StockCountEnd end = body.as(StockCountEnd.class, () -> s.counts().get(id));
            return shown(s.counts().submit(id, end.reason()));
        });
    }

    @POST
    @Path("{id}/approval")
    @Needs(Permission.STOCK_APPROVE)
    @MovesValue
    @Operation(summary = "Puts the differences of a count right, or throws it away; not by who counted")
    @RequestBodySchema(StockCountDecision.class)
    @APIResponseSchema(value = CountView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`counts.not-waiting`, `counts.reserved`")
    public Response decide(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            StockCountDecision decision =
                    body.as(StockCountDecision.class, () -> s.counts().get(id));
            return shown(s.counts().decide(id, decision.approved(), decision.reason()));
        });
    }

    @POST
    @Path("{id}/discard")
    @Needs(Permission.STOCK_MOVE)
    @Operation(summary = "Throws away a count that is still open")
    @RequestBodySchema(StockCountEnd.class)
    @APIResponseSchema(value = CountView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`counts.not-open`")
    public Response discard(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            StockCountEnd end = body.as(StockCountEnd.class, () -> s.counts().get(id));
            return shown(s.counts().discard(id, end.reason()));
        });
    }

    private static Answer shown(CountView count) {
        return Answer.ok(count, count.version());
    }
}
