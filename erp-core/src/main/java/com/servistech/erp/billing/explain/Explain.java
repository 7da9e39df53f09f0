package com.servistech.erp.billing.explain;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Explains invoices and payments of the store, over one open work. */
public final class Explain {

    private final Work work;

    public Explain(Work work) {
        this.work = work;
    }

    /**
     * Observation, conversion, discounts, taxes, rounding, notes, payments, balance; and for who may see it, what the
     * commission is computed from.
     *
     * @throws Conflict {@code invoices.draft} for a draft: nothing of it is settled yet
     */
    public Explanation invoice(UUID id) {
        work.require(Permission.INVOICES_READ);
        InvoiceView invoice = new Invoices(work).get(id);
        if (invoice.documentState().equals("DRAFT")) {
            throw new Conflict("invoices.draft", "A draft is valued when it is issued: issue it first");
        }
        Map<String, String> policies = policies(id);
        Explanation.Observation rate = observation(
                invoice.rate().id(),
                invoice.rate().provisional(),
                invoice.rate().reason());
        Steps steps = new Steps();
        rate(rate, steps);
        Derivation derivation = new Derivation(
                invoice,
                "TAX_INCLUSIVE".equals(policies.get("PRICE_MODE")),
                "PER_LINE".equals(policies.get("TAX_ROUNDING")),
                steps);
        derivation.lines();
        derivation.taxes();
        derivation.totals();
        List<NoteView> notes = new Notes(work).of(id);
        derivation.notes(notes);
        List<Paid> payments = new PaidRows(work).of(id);
        payments.forEach(new PaymentSteps(steps)::of);
        balance(invoice, payments, steps);
        if (work.may(Permission.COMMISSIONS_READ_ALL)) {
            new CommissionInputs(work).of(id, steps);
        }
        return new Explanation(id, invoice.number(), invoice.policyId(), policies, rate, steps.list());
    }

    /** One payment alone, at its own rate. */
    public Explanation payment(UUID id) {
        work.require(Permission.INVOICES_READ);
        Paid paid = new PaidRows(work).one(id);
        Explanation.Observation rate = observation(paid.rateId(), false, "la tasa del día del pago");
        Steps steps = new Steps();
        rate(rate, steps);
        new PaymentSteps(steps).of(paid);
        return new Explanation(id, null, null, Map.of(), rate, steps.list());
    }

    private static void rate(Explanation.Observation rate, Steps steps) {
        steps.step("RATE", rate.source(), "as published")
                .with("rate", rate.rate())
                .with("valueDate", rate.valueDate())
                .with("observation", rate.id())
                .with("evidenceSha256", rate.evidenceSha256())
                .says(
                        "Tasa %s de %s bolívares por dólar, fecha valor %s%s."
                                .formatted(
                                        rate.source(),
                                        Steps.text(rate.rate()),
                                        rate.valueDate(),
                                        rate.provisional() ? ", provisional: la del día no se conocía" : ""),
                        "%s rate of %s bolívares for a dollar, value date %s%s."
                                .formatted(
                                        rate.source(),
                                        Steps.text(rate.rate()),
                                        rate.valueDate(),
                                        rate.provisional() ? ", provisional: the day's was not known" : ""));
    }

    private static void balance(InvoiceView invoice, List<Paid> payments, Steps steps) {
        BigDecimal applied =
                payments.stream().filter(Paid::counts).map(Paid::applied).reduce(BigDecimal.ZERO, BigDecimal::add);
        steps.step("BALANCE", "", "total + debit notes − credit notes − payments + refunds")
                .with("total", invoice.total())
                .with("credited", invoice.credited())
                .with("appliedUsd", applied)
                .gives(null, invoice.balance())
                .says("Por pagar: %s.".formatted(invoice.balance()), "Still owed: %s.".formatted(invoice.balance()));
    }

    private Map<String, String> policies(UUID invoiceId) {
        String json = work.sql()
                .first(row -> row.text("policies"), "select policies::text from erp.invoices where id = ?", invoiceId)
                .orElseThrow();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> policies = new TreeMap<>();
            object.keySet().forEach(name -> policies.put(name, object.getString(name)));
            return policies;
        }
    }

    private Explanation.Observation observation(UUID rateId, boolean provisional, String reason) {
        return work.sql()
                .first(
                        row -> new Explanation.Observation(
                                rateId,
                                row.text("source"),
                                row.decimal("rate"),
                                row.date("value_date"),
                                row.instant("observed_at"),
                                provisional,
                                reason,
                                row.text("evidence_sha256")),
                        "select source, rate, value_date, observed_at, evidence_sha256 from erp.exchange_rates where id = ?",
                        rateId)
                .orElseThrow();
    }

    /** What commissions take from the document: nets without IVA and IGTF, costs as they were frozen. */
    private record CommissionInputs(Work work) {

        void of(UUID invoiceId, Steps steps) {
            work.sql()
                    .first(
                            row -> {
                                Money revenue = new Money(row.decimal("revenue"), Currency.USD);
                                Money cost = Money.rounded(row.decimal("cost"), Currency.USD);
                                Money accessories = new Money(row.decimal("accessories"), Currency.USD);
                                Money profit = revenue.minus(cost);
                                steps.step("COMMISSION_INPUTS", "", "revenue − cost")
                                        .with("revenue", revenue)
                                        .with("cost", cost)
                                        .with("accessories", accessories)
                                        .gives(null, profit)
                                        .says(
                                                "Base de comisión: ingreso %s menos costo %s = %s; accesorios %s aparte."
                                                        .formatted(revenue, cost, profit, accessories),
                                                "Commission base: revenue %s less cost %s = %s; accessories %s apart."
                                                        .formatted(revenue, cost, profit, accessories));
                                return true;
                            },
                            """
                            select coalesce(sum(l.net - coalesce(n.net, 0)) filter (where l.type <> 'ACCESSORY'), 0) revenue,
                                   coalesce(sum(l.unit_cost * (l.quantity - coalesce(n.restocked, 0)))
                                            filter (where l.type <> 'ACCESSORY'), 0) cost,
                                   coalesce(sum(l.net - coalesce(n.net, 0)) filter (where l.type = 'ACCESSORY'), 0) accessories
                              from erp.invoice_lines l
                              left join lateral (select sum(b.net) net, sum(b.quantity) filter (where b.restocked) restocked
                                                   from erp.note_lines b
                                                  where b.store_id = l.store_id and b.invoice_line_id = l.id) n on true
                             where l.invoice_id = ?
                            """,
                            invoiceId);
        }
    }
}
