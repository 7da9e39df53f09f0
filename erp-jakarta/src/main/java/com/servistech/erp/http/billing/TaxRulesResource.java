package com.servistech.erp.http.billing;

import com.servistech.erp.billing.tax.NewTaxRule;
import com.servistech.erp.billing.tax.TaxRuleCard;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The law's percentages of IVA and IGTF. */
@Path("tax-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaxRulesResource {

    @Schema(example = """
            {"tax": "REDUCED", "component": "REDUCED", "percent": "8", "validFrom": "2099-01-01",
             "legalSource": "Ley de reforma del IVA, G.O. 50.000"}""")
    public record TaxRuleDraft(
            String tax, String component, BigDecimal percent, LocalDate validFrom, String legalSource) {
        NewTaxRule input() {
            return new NewTaxRule(tax, component, percent, validFrom, legalSource);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.STORES_READ)
    @ChainWide
    @Operation(summary = "The percentages of a day with their sources in the law; all on one page")
    @PageOf(TaxRuleCard.class)
    public Response rules(@QueryParam("date") LocalDate date) {
        return edge.read(s -> Answer.ok(new Page<>(s.billing().taxRules(date == null ? s.today() : date), null)));
    }

    @POST
    @Needs(Permission.TAX_RULES_WRITE)
    @ChainWide
    @Operation(summary = "Enters what a new law says from a day on that has no documents yet")
    @RequestBodySchema(TaxRuleDraft.class)
    @APIResponseSchema(value = TaxRuleCard.class, responseCode = "201")
    public Response enter(Body body) {
        return edge.post(s -> Answer.created(
                s.billing().enterTaxRule(body.as(TaxRuleDraft.class).input())));
    }
}
