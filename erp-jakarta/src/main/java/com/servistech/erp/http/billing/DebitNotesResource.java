package com.servistech.erp.http.billing;

import com.servistech.erp.billing.note.NoteKind;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Debit notes by their own ids. */
@Path("debit-notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DebitNotesResource {

    @Inject
    private Edge edge;

    @GET
    @Path("{id}")
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "One debit note with the invoice that it corrects")
    @APIResponseSchema(NoteView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.billing().note(id, NoteKind.DEBIT)));
    }

    @GET
    @Path("{id}/pdf")
    @Needs(Permission.INVOICES_READ)
    @Produces("application/pdf")
    @Operation(summary = "The debit note on paper: format a4 or ticket (80 mm)")
    @FileOf("application/pdf")
    public Response pdf(
            @PathParam("id") UUID id, @QueryParam("format") String format, @QueryParam("copy") Boolean copy) {
        return Papers.pdf(edge, id, format, copy);
    }
}
