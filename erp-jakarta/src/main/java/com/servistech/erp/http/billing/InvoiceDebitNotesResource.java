package com.servistech.erp.http.billing;

import com.servistech.erp.billing.note.NewDebitNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Money;
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

/** What is added to an invoice. */
@Path("invoices/{id}/debit-notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceDebitNotesResource {

    public record DebitNoteLineDraft(String description, int quantity, Money unitPrice, Tax tax) {}

    @Schema(example = """
            {"lines": [{"description": "Traslado", "quantity": 1, "unitPrice": {"amount": "5.00", "currency": "USD"},
                        "tax": "GENERAL"}],
             "reason": "Faltó cobrar el traslado"}""")
    public record DebitNoteDraft(
            List<DebitNoteLineDraft> lines, @Maybe Boolean newConcept, String reason) {
        NewDebitNote input() {
            return new NewDebitNote(
                    lines.stream()
                            .map(line -> new NewDebitNote.Line(
                                    line.description(), line.quantity(), line.unitPrice(), line.tax()))
                            .toList(),
                    Boolean.TRUE.equals(newConcept),
                    reason);
        }
    }

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.INVOICES_CREDIT)
    @MovesValue
    @Operation(summary = "Adds to an invoice: a correction at its own rate, with newConcept something new at today's")
    @RequestBodySchema(DebitNoteDraft.class)
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`notes.invoice-credited`, `rates.missing`, `invoices.draft`, `invoices.forms-used-up`,"
                    + " `ledger.period-closed`")
    public Response debit(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            DebitNoteDraft draft =
                    body.as(DebitNoteDraft.class, () -> s.billing().get(id));
            return Answer.created(s.billing().debit(id, draft.input()));
        });
    }
}
