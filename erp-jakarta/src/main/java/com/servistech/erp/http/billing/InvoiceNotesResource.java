package com.servistech.erp.http.billing;

import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The notes that correct an invoice. */
@Path("invoices/{id}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceNotesResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.INVOICES_READ)
    @Operation(summary = "Credit and debit notes of an invoice, oldest first; all on one page")
    @PageOf(NoteView.class)
    public Response notes(@PathParam("id") UUID id) {
        return edge.read(s -> {
            s.billing().get(id);
            return Answer.ok(new Page<>(s.billing().notesOf(id), null));
        });
    }
}
