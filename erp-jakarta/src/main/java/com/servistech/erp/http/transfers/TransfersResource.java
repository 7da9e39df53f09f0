package com.servistech.erp.http.transfers;

import com.servistech.erp.Erp;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.transfers.Arrival;
import com.servistech.erp.transfers.NewTransfer;
import com.servistech.erp.transfers.Side;
import com.servistech.erp.transfers.TransferQuery;
import com.servistech.erp.transfers.TransferStatus;
import com.servistech.erp.transfers.TransferView;
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

/** Parts that go from one store to another. Each change is told to the other store right after it is made; what cannot be
 * told then is told by the next one. */
@Path("transfers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

    /** So many of a part. */
    public record TransferPieces(UUID partId, int quantity) {}

    @Schema(example = """
            {"fromStoreId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a01", "toStoreId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a02",
             "lines": [{"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "quantity": 4}], "note": "Para la vitrina"}""")
    public record TransferDraft(
            UUID fromStoreId,
            UUID toStoreId,
            List<TransferPieces> lines,
            @Maybe String note) {
        NewTransfer input() {
            return new NewTransfer(fromStoreId, toStoreId, pieces(lines), note);
        }
    }

    @Schema(example = """
            {"lines": [{"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "quantity": 3}]}""")
    public record Dispatch(@Maybe List<TransferPieces> lines) {}

    /** What arrived of a part and what is written off; the rest goes back. */
    public record ArrivedPieces(
            UUID partId, int received, @Maybe Integer lost) {}

    @Schema(example = """
            {"lines": [{"partId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "received": 3, "lost": 1}],
             "reason": "Una llegó rota"}""")
    public record ArrivalDraft(
            @Maybe List<ArrivedPieces> lines, @Maybe String reason) {
        Arrival input() {
            List<Arrival.Line> arrived = lines == null
                    ? null
                    : lines.stream()
                            .map(line -> new Arrival.Line(
                                    line.partId(), line.received(), line.lost() == null ? 0 : line.lost()))
                            .toList();
            return new Arrival(arrived, reason);
        }
    }

    @Schema(example = """
            {"reason": "Ya no hace falta"}""")
    public record TransferCancellation(String reason) {}

    @Inject
    private Edge edge;

    @Inject
    private Erp erp;

    @GET
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "The store's transfers, newest first")
    @PageOf(TransferView.class)
    public Response list(
            @QueryParam("side") Side side,
            @QueryParam("status") TransferStatus status,
            @QueryParam("updatedSince") Instant updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        TransferQuery query = new TransferQuery(side, status, updatedSince, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.transfers().list(query)));
    }

    @POST
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(summary = "Writes down that parts should go from one store to another; nothing leaves a shelf yet")
    @RequestBodySchema(TransferDraft.class)
    @APIResponseSchema(value = TransferView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`transfers.other-issuer`")
    public Response request(Body body) {
        return told(edge.post(s -> {
            TransferView transfer =
                    s.transfers().request(body.as(TransferDraft.class).input());
            return Answer.created(transfer, "transfers", transfer.id(), transfer.version());
        }));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.PARTS_READ)
    @Operation(summary = "One transfer, as the caller's store knows it")
    @APIResponseSchema(TransferView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.transfers().get(id)));
    }

    @POST
    @Path("{id}/send")
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(summary = "The parts leave the shelves; without lines everything that was asked for")
    @RequestBodySchema(Dispatch.class)
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`inventory.insufficient-stock`, `transfers.other-side`, `transfers.not-requested`")
    public Response send(@PathParam("id") UUID id, Body body) {
        return told(edge.post(s -> {
            Dispatch dispatch = body.as(Dispatch.class, () -> s.transfers().get(id));
            return shown(s.transfers().send(id, dispatch.lines() == null ? null : pieces(dispatch.lines())));
        }));
    }

    @POST
    @Path("{id}/receive")
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(summary = "The parts arrive; without lines all of them. What is neither received nor lost goes back")
    @RequestBodySchema(ArrivalDraft.class)
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`transfers.other-side`, `transfers.not-sent`")
    public Response receive(@PathParam("id") UUID id, Body body) {
        return told(edge.post(s -> {
            ArrivalDraft arrival =
                    body.as(ArrivalDraft.class, () -> s.transfers().get(id));
            return shown(s.transfers().receive(id, arrival.input()));
        }));
    }

    @POST
    @Path("{id}/cancel")
    @Needs(Permission.STOCK_MOVE)
    @MovesValue
    @Operation(summary = "Calls a transfer off, or asks the store that decides to; what is on its way goes back")
    @RequestBodySchema(TransferCancellation.class)
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`transfers.closed`")
    public Response cancel(@PathParam("id") UUID id, Body body) {
        return told(edge.post(s -> {
            TransferCancellation cancellation =
                    body.as(TransferCancellation.class, () -> s.transfers().get(id));
            return shown(s.transfers().cancel(id, cancellation.reason()));
        }));
    }

    private Response told(Response answer) {
        erp.carryTransfers();
        return answer;
    }

    private static List<NewTransfer.Pieces> pieces(List<TransferPieces> lines) {
        return lines.stream()
                .map(line -> new NewTransfer.Pieces(line.partId(), line.quantity()))
                .toList();
    }

    private static Answer shown(TransferView transfer) {
        return Answer.ok(transfer, transfer.version());
    }
}
