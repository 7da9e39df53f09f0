package com.servistech.erp.http.treasury;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.NewIgtfRule;
import com.servistech.erp.treasury.NewPaymentMethod;
import com.servistech.erp.treasury.PaymentMethod;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The ways to pay that the chain takes. */
@Path("payment-methods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodsResource {

    @Schema(example = """
            {"causes": false, "validFrom": "2027-01-01", "legalSource": "Decreto que exonera"}""")
    public record IgtfRuleDraft(boolean causes, @Maybe LocalDate validFrom, String legalSource) {
        NewIgtfRule input() {
            return new NewIgtfRule(causes, validFrom, legalSource);
        }
    }

    @Schema(example = """
            {"code": "PAYPAL", "family": "ELECTRONIC", "name": "PayPal", "nameEn": "PayPal", "currency": "USD",
             "required": ["payer", "reference"], "account": "BANK_USD",
             "igtf": {"causes": true, "legalSource": "Criterio del SENIAT de 2022"}}""")
    public record PaymentMethodDraft(
            String code,
            Family family,
            String name,
            String nameEn,
            Currency currency,
            List<String> required,
            String account,
            @Maybe IgtfRuleDraft igtf) {
        NewPaymentMethod input() {
            return new NewPaymentMethod(
                    code, family, name, nameEn, currency, required, account, igtf == null ? null : igtf.input());
        }
    }

    @Schema(example = """
            {"name": "PayPal", "nameEn": "PayPal", "active": false}""")
    public record PaymentMethodDetails(String name, String nameEn, boolean active) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.TREASURY_READ)
    @ChainWide
    @Operation(summary = "Payment methods: currency, required data and whether they cause IGTF today; all on one page")
    @PageOf(PaymentMethod.class)
    public Response list() {
        return edge.read(s -> Answer.ok(new Page<>(s.treasury().methods(), null)));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.TREASURY_READ)
    @ChainWide
    @Operation(summary = "One payment method")
    @APIResponseSchema(PaymentMethod.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.treasury().method(id)));
    }

    @POST
    @Needs(Permission.PAYMENT_METHODS_WRITE)
    @ChainWide
    @Operation(summary = "Begins to take a new way to pay: cash or electronic, without a release")
    @RequestBodySchema(PaymentMethodDraft.class)
    @APIResponseSchema(value = PaymentMethod.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`payment-methods.taken`")
    public Response add(Body body) {
        return edge.post(s -> {
            PaymentMethod method =
                    s.treasury().add(body.as(PaymentMethodDraft.class).input());
            return Answer.created(method, "payment-methods", method.id(), method.version());
        });
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.PAYMENT_METHODS_WRITE)
    @ChainWide
    @Operation(summary = "Renames a payment method, or stops or starts taking it")
    @RequestBodySchema(PaymentMethodDetails.class)
    @APIResponseSchema(PaymentMethod.class)
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            PaymentMethodDetails details =
                    body.as(PaymentMethodDetails.class, () -> s.treasury().method(id));
            return shown(s.treasury()
                    .change(id, edge.expectedVersion(), details.name(), details.nameEn(), details.active()));
        });
    }

    @POST
    @Path("{id}/igtf-rules")
    @Needs(Permission.PAYMENT_METHODS_WRITE)
    @ChainWide
    @Operation(summary = "Says that from a day on a method causes IGTF or does not, and by which text")
    @RequestBodySchema(IgtfRuleDraft.class)
    @APIResponseSchema(value = PaymentMethod.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "`payment-methods.rule-taken`")
    public Response ruleIgtf(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            IgtfRuleDraft rule = body.as(IgtfRuleDraft.class, () -> s.treasury().method(id));
            return shown(s.treasury().ruleIgtf(id, rule.input()));
        });
    }

    private static Answer shown(PaymentMethod method) {
        return Answer.ok(method, method.version());
    }
}
