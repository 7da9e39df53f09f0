package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.decision.NewRule;
import com.servistech.erp.commissions.decision.RuleView;
import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who earns what, how the store counts, and who repaired an order together. */
@Path("commissions/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommissionRulesResource {

    @Schema(example = """
            {"basis": "GROSS_PROFIT", "role": "TECHNICIAN", "rate": "35", "reason": "Acuerdo con el taller"}""")
    public record RuleDraft(
            Basis basis,
            @Maybe Role role,
            @Maybe UUID personId,
            BigDecimal rate,
            @Maybe LocalDate validFrom,
            @Maybe LocalDate validTo,
            String reason) {}

    @Schema(example = """
            {"negativeProfit": "FLOOR_ZERO", "reason": "Acuerdo con el taller"}""")
    public record TermsDraft(
            @Maybe Terms.NegativeProfit negativeProfit,
            @Maybe Terms.AccessoryBase accessoryBase,
            @Maybe Terms.OnPartial onPartial,
            @Maybe Terms.DebitCap debitCap,
            @Maybe BigDecimal debitCapPercent,
            @Maybe Terms.CapScope capScope,
            @Maybe Integer answerDays,
            @Maybe LocalDate validFrom,
            String reason) {
        /** What is left out stays as it is. */
        Terms over(Terms now) {
            return new Terms(
                    negativeProfit == null ? now.negativeProfit() : negativeProfit,
                    accessoryBase == null ? now.accessoryBase() : accessoryBase,
                    onPartial == null ? now.onPartial() : onPartial,
                    debitCap == null ? now.debitCap() : debitCap,
                    debitCapPercent == null ? now.debitCapPercent() : new Percent(debitCapPercent),
                    capScope == null ? now.capScope() : capScope,
                    answerDays == null ? now.answerDays() : answerDays);
        }
    }

    @Schema(example = """
            {"orderId": "0193a4c2-7f00-7a11-8b22-334455667788", "mode": "POOL",
             "shares": [{"personId": "0193a4c2-7f00-7a11-8b22-334455667799", "percent": "60"},
                        {"personId": "0193a4c2-7f00-7a11-8b22-334455667700", "percent": "40"}],
             "reason": "Lo repararon juntos"}""")
    public record SplitDraft(UUID orderId, Team.Mode mode, List<ShareDraft> shares, String reason) {
        Team team() {
            return new Team(
                    mode,
                    shares.stream()
                            .map(share -> new Team.Member(share.personId(), share.percent()))
                            .toList());
        }
    }

    public record ShareDraft(UUID personId, BigDecimal percent) {}

    /** How the store counts. */
    public record CommissionTerms(
            Terms.NegativeProfit negativeProfit,
            Terms.AccessoryBase accessoryBase,
            Terms.OnPartial onPartial,
            Terms.DebitCap debitCap,
            BigDecimal debitCapPercent,
            Terms.CapScope capScope,
            int answerDays) {
        static CommissionTerms of(Terms t) {
            return new CommissionTerms(
                    t.negativeProfit(),
                    t.accessoryBase(),
                    t.onPartial(),
                    t.debitCap(),
                    t.debitCapPercent().value(),
                    t.capScope(),
                    t.answerDays());
        }
    }

    public record CommissionRules(List<RuleView> rules) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Operation(summary = "What the store decided about shares and amounts, newest first, then the standards")
    @APIResponseSchema(CommissionRules.class)
    public Response rules() {
        return edge.read(
                s -> Answer.ok(new CommissionRules(s.commissions().rules().list())));
    }

    @POST
    @Needs(Permission.COMMISSIONS_RULES)
    @Operation(summary = "Decides a share or an amount from a day on, today unless said; never for oneself")
    @RequestBodySchema(RuleDraft.class)
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    public Response decideRule(Body body) {
        return edge.post(s -> {
            RuleDraft b = body.as(RuleDraft.class);
            LocalDate from = b.validFrom() == null ? s.today() : b.validFrom();
            return Answer.created(s.commissions()
                    .rules()
                    .decide(new NewRule(b.basis(), b.role(), b.personId(), b.rate(), from, b.validTo(), b.reason())));
        });
    }

    @GET
    @Path("terms")
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Operation(summary = "How the store counts today")
    @APIResponseSchema(CommissionTerms.class)
    public Response terms() {
        return edge.read(
                s -> Answer.ok(CommissionTerms.of(s.commissions().terms().current())));
    }

    @POST
    @Path("terms")
    @Needs(Permission.COMMISSIONS_RULES)
    @Operation(summary = "Decides how the store counts from a day on; what is left out stays")
    @RequestBodySchema(TermsDraft.class)
    @APIResponseSchema(value = CommissionTerms.class, responseCode = "201")
    public Response decideTerms(Body body) {
        return edge.post(s -> {
            TermsDraft b = body.as(TermsDraft.class);
            LocalDate from = b.validFrom() == null ? s.today() : b.validFrom();
            Terms terms = b.over(s.commissions().terms().on(from));
            return Answer.created(CommissionTerms.of(s.commissions().terms().decide(terms, from, b.reason())));
        });
    }

    @POST
    @Path("splits")
    @Needs(Permission.COMMISSIONS_RULES)
    @Operation(summary = "Says who repaired an order together, in which shares of a hundred")
    @RequestBodySchema(SplitDraft.class)
    @APIResponseSchema(value = SplitDraft.class, responseCode = "201")
    public Response split(Body body) {
        return edge.post(s -> {
            SplitDraft b = body.as(SplitDraft.class);
            s.commissions().split(b.orderId(), b.team(), b.reason());
            return Answer.created(b);
        });
    }
}
