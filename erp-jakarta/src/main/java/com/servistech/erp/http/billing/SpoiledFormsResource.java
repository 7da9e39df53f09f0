package com.servistech.erp.http.billing;

import com.servistech.erp.billing.fiscal.SpoiledForm;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Pre-printed forms that were spoiled. */
@Path("spoiled-forms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SpoiledFormsResource {

    @Schema(example = """
            {"reason": "La impresora comió el papel"}""")
    public record SpoiledFormDraft(@Maybe UUID documentId, String reason) {}

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.INVOICES_CREDIT)
    @MovesValue
    @Operation(
            summary =
                    "Writes down a spoiled form: the one that a document stands on, which moves to the next, or the next"
                            + " blank one")
    @RequestBodySchema(SpoiledFormDraft.class)
    @APIResponseSchema(value = SpoiledForm.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`documents.no-form`, `invoices.forms-used-up`")
    public Response spoil(Body body) {
        return edge.post(s -> {
            SpoiledFormDraft draft = body.as(SpoiledFormDraft.class);
            return Answer.created(s.billing().spoilForm(draft.documentId(), draft.reason()));
        });
    }
}
