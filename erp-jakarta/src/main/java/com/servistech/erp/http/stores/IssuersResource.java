package com.servistech.erp.http.stores;

import com.servistech.erp.billing.fiscal.FormLot;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.stores.NewPolicy;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicyCard;
import com.servistech.erp.tenancy.Page;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What issuers decided where the sources of the law differ, and their lots of forms. */
@Path("issuers/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IssuersResource {

    @Schema(example = """
            {"policy": "TAX_ROUNDING", "value": "PER_LINE", "validFrom": "2099-01-01",
             "legalSource": "Manual de la máquina fiscal"}""")
    public record PolicyDraft(Policy policy, String value, LocalDate validFrom, String legalSource) {
        NewPolicy input() {
            return new NewPolicy(policy, value, validFrom, legalSource);
        }
    }

    @Schema(example = """
            {"prefix": "00", "firstNumber": 1, "lastNumber": 500, "printerName": "Imprenta Ávila C.A.",
             "printerRif": "J301234567", "authorisation": "SNAT/INTI/2020/001", "printedOn": "2026-10-01"}""")
    public record FormLotDraft(
            String prefix,
            int firstNumber,
            int lastNumber,
            String printerName,
            String printerRif,
            String authorisation,
            @Maybe LocalDate printedOn) {
        FormLot input() {
            return new FormLot(prefix, firstNumber, lastNumber, printerName, printerRif, authorisation, printedOn);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Path("policies")
    @Needs(Permission.STORES_READ)
    @ChainWide
    @Operation(summary = "The switches of an issuer as they stand on a day, each with its source; all on one page")
    @PageOf(PolicyCard.class)
    public Response policies(@PathParam("id") UUID id, @QueryParam("date") LocalDate date) {
        return edge.read(s -> Answer.ok(new Page<>(s.policies().list(id, date == null ? s.today() : date), null)));
    }

    @POST
    @Path("policies")
    @Needs(Permission.STORES_WRITE)
    @ChainWide
    @Operation(summary = "Sets a switch from a day on; what was issued before keeps what it was issued under")
    @RequestBodySchema(PolicyDraft.class)
    @APIResponseSchema(value = PolicyCard.class, responseCode = "201")
    public Response decide(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            PolicyDraft draft = body.as(PolicyDraft.class, () -> s.policies().list(id));
            return Answer.created(s.policies().set(id, draft.input()));
        });
    }

    @POST
    @Path("form-lots")
    @Needs(Permission.STORES_WRITE)
    @ChainWide
    @Operation(
            summary = "Enters a lot of pre-printed forms; from then on no number outside of the issuer's lots is used")
    @RequestBodySchema(FormLotDraft.class)
    @APIResponseSchema(value = FormLot.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`forms.overlap`")
    public Response enterForms(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            FormLotDraft draft = body.as(FormLotDraft.class, () -> s.policies().list(id));
            return Answer.created(s.billing().enterForms(id, draft.input()));
        });
    }
}
