package com.servistech.erp.http.billing;

import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What is taken back of an invoice. */
@Path("invoices/{id}/credit-notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceCreditNotesResource {

    public record CreditNoteLineDraft(int line, int quantity, boolean restock) {}

    /** Without lines everything that is left of the invoice is taken back, its parts onto the shelf. */
    @Schema(example = """
            {"lines": [{"line": 0, "quantity": 1, "restock": false}], "reason": "El cliente devolvió el cable"}""")
    public record CreditNoteDraft(@Maybe List<CreditNoteLineDraft> lines, String reason) {
        NewCreditNote input() {
            return new NewCreditNote(
                    lines == null
                            ? null
                            : lines.stream()
                                    .map(line -> new NewCreditNote.Line(line.line(), line.quantity(), line.restock()))
                                    .toList(),
                    reason);
        }
    }

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.INVOICES_CREDIT)
    @MovesValue
    @Operation(summary = "Takes lines of an invoice back, at its own rate; without lines all that is left of it")
    @RequestBodySchema(CreditNoteDraft.class)
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`notes.nothing-left`, `invoices.draft`, `invoices.forms-used-up`, `ledger.period-closed`")
    public Response credit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            CreditNoteDraft draft =
                    body.as(CreditNoteDraft.class, () -> s.billing().get(id));
            return Answer.created(s.billing().credit(id, draft.input()));
        });
    }
}
