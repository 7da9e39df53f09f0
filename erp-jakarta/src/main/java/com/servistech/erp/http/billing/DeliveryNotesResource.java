package com.servistech.erp.http.billing;

import com.servistech.erp.billing.deliverynote.DeliveryNoteView;
import com.servistech.erp.billing.deliverynote.NewDeliveryNote;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.FileOf;
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

/** Delivery notes: what was handed over, without prices. */
@Path("delivery-notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryNotesResource {

    /** So many of one thing. */
    public record DeliveredLine(
            String description, int quantity, @Maybe String serialNumber) {}

    @Schema(example = """
            {"customerId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87",
             "lines": [{"description": "iPhone 11 con pantalla cambiada", "quantity": 1, "serialNumber": "F2LZK0P1N72J"}],
             "remarks": "Sin cargador"}""")
    public record DeliveryNoteDraft(
            UUID customerId,
            @Maybe UUID orderId,
            @Maybe UUID invoiceId,
            List<DeliveredLine> lines,
            @Maybe String remarks) {
        NewDeliveryNote input() {
            return new NewDeliveryNote(
                    customerId,
                    orderId,
                    invoiceId,
                    lines.stream()
                            .map(line ->
                                    new NewDeliveryNote.Line(line.description(), line.quantity(), line.serialNumber()))
                            .toList(),
                    remarks);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Delivery notes, newest first, without their lines")
    @PageOf(DeliveryNoteView.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.billing().deliveryNotes(Edge.page(limit, cursor))));
    }

    @POST
    @Needs(Permission.INVOICES_ISSUE)
    @Operation(summary = "Issues a delivery note: no fiscal document, with numbers of its own, never with IGTF")
    @RequestBodySchema(DeliveryNoteDraft.class)
    @APIResponseSchema(value = DeliveryNoteView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`invoices.draft`")
    public Response issue(Body body) {
        return edge.post(s -> Answer.created(
                s.billing().deliver(body.as(DeliveryNoteDraft.class).input())));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "One delivery note with its lines")
    @APIResponseSchema(DeliveryNoteView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().deliveryNote(id)));
    }

    @GET
    @Path("{id}/pdf")
    @Needs(Permission.INVOICES_READ)
    @Produces("application/pdf")
    @Operation(summary = "The delivery note on paper: format a4 or ticket (80 mm)")
    @FileOf("application/pdf")
    public Response pdf(
            @PathParam("id") UUID id, @QueryParam("format") String format, @QueryParam("copy") Boolean copy) {
        return Papers.pdf(edge, id, format, copy);
    }
}
