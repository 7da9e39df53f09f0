package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.PriceMode;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRounding;
import com.servistech.erp.billing.tax.TaxRules;
import com.servistech.erp.billing.tax.Terms;
import com.servistech.erp.billing.tax.Totals;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Issues an invoice: numbered without gaps, valued at the official rate of the day, its parts taken from stock with
 * their cost frozen, posted to the books; all of it or none.
 */
final class IssueInvoice {

    private static final int MOST_LINES = 200;

    private final Work work;

    IssueInvoice(Work work) {
        this.work = work;
    }

    UUID issue(NewInvoice input) {
        work.require(Permission.INVOICES_ISSUE);
        check(input);
        CustomerView customer = new Customers(work).get(input.customerId());
        if (input.orderId() != null) {
            new Repairs(work).get(input.orderId());
            refuseSecondInvoiceOf(input.orderId());
        }
        StoreCard store = new Stores(work).current();
        DocumentRate rate = new Rates(work).forDocument(work.today(), store.issuer());
        Money discount = input.discount() == null ? Money.zero(Currency.USD) : input.discount();
        PolicySet policies = new Policies(work).on(work.today(), store.issuer().id());
        Terms terms = new Terms(
                new TaxRules(work).on(work.today()),
                rate.rate(),
                policies.of(Policy.TAX_ROUNDING, TaxRounding.class),
                policies.of(Policy.PRICE_MODE, PriceMode.class),
                policies.of(Policy.ROUNDING_MODE, CentRule.class));
        Totals totals = new Totals(
                input.lines().stream()
                        .map(line -> new Totals.Line(net(line), line.tax()))
                        .toList(),
                discount,
                terms);
        UUID id = work.newId();
        BigDecimal[] costs = takeParts(input, id);
        insert(id, input, customer, store, rate, policies, totals);
        insertLines(id, input, totals, terms, costs);
        post(id, totals, rate, costs, input);
        new Outbox(work)
                .add("invoices.issued", id, Map.of("total", totals.total().toString()));
        return id;
    }

    private void check(NewInvoice input) {
        Problems problems = new Problems();
        if (input.lines().isEmpty() || input.lines().size() > MOST_LINES) {
            problems.add("/lines", "list.size", "An invoice has 1 to " + MOST_LINES + " lines");
        }
        for (int i = 0; i < input.lines().size(); i++) {
            check("/lines/" + i, input.lines().get(i), problems);
        }
        if (problems.isEmpty() && input.discount() != null) {
            Money gross = input.lines().stream().map(IssueInvoice::net).reduce(Money.zero(Currency.USD), Money::plus);
            discount("/discount", input.discount(), gross, problems);
        }
        problems.refuseIfAny();
    }

    private void check(String at, NewInvoice.Line line, Problems problems) {
        problems.required(at + "/description", line.description(), 200);
        if (line.quantity() < 1 || line.quantity() > 10_000) {
            problems.add(at + "/quantity", "number.range", "Between 1 and 10000");
        }
        boolean priced = AmountRule.notNegative(at + "/unitPrice", line.unitPrice(), Currency.USD, problems);
        if (priced && line.discount() != null) {
            Money gross = line.unitPrice().times(BigDecimal.valueOf(line.quantity()));
            discount(at + "/discount", line.discount(), gross, problems);
        }
        if (line.type() == LineType.SERVICE && line.partId() != null) {
            problems.add(at + "/partId", "invoices.service-part", "A service line has no part");
        } else if (line.type() != LineType.SERVICE && line.partId() == null) {
            work.require(Permission.INVOICES_OPEN_ITEM);
        }
        if (line.sellerId() != null && !worksHere(line.sellerId())) {
            problems.add(at + "/sellerId", "users.not-found", "Nobody of this store has this id");
        }
    }

    private static void discount(String at, Money discount, Money gross, Problems problems) {
        if (AmountRule.notNegative(at, discount, Currency.USD, problems) && discount.compareTo(gross) > 0) {
            problems.add(at + "/amount", "number.range", "Not more than what it is taken off: " + gross);
        }
    }

    private boolean worksHere(UUID person) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.memberships where store_id = ? and user_id = ? and ended_at is null",
                        work.store(),
                        person)
                .isPresent();
    }

    private void refuseSecondInvoiceOf(UUID orderId) {
        work.sql()
                .first(
                        row -> row.text("number"),
                        "select number from erp.invoices where store_id = ? and order_id = ?",
                        work.store(),
                        orderId)
                .ifPresent(number -> {
                    throw new Conflict("invoices.order-invoiced", "This order is on invoice " + number + " already");
                });
    }

    /** In the order of part ids, as everybody locks the shelf. */
    private BigDecimal[] takeParts(NewInvoice input, UUID invoiceId) {
        BigDecimal[] costs = new BigDecimal[input.lines().size()];
        Inventory inventory = new Inventory(work);
        IntStream.range(0, costs.length)
                .filter(i -> input.lines().get(i).partId() != null)
                .boxed()
                .sorted(Comparator.comparing(i -> input.lines().get(i).partId()))
                .forEach(i -> {
                    NewInvoice.Line line = input.lines().get(i);
                    costs[i] = inventory
                            .takeForInvoice(line.partId(), line.quantity(), input.orderId(), invoiceId)
                            .amount();
                });
        return costs;
    }

    private void insert(
            UUID id,
            NewInvoice input,
            CustomerView customer,
            StoreCard store,
            DocumentRate rate,
            PolicySet policies,
            Totals totals) {
        String number = "%s-%08d".formatted(store.series(), next(store, "INVOICE", store.series()));
        String control = "00-%08d".formatted(next(store, "CONTROL", ""));
        work.sql()
                .update(
                        "insert into erp.invoices (store_id, id, number, control_number, issuer_id, customer_id, customer_name,"
                                + " customer_document, order_id, policy_id, policies, issued_by, issued_at, business_day, rate_id, rate_source, rate,"
                                + " rate_value_date, rate_provisional, rate_reason, subtotal, discount, total, total_ves)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        number,
                        control,
                        store.issuer().id(),
                        customer.id(),
                        customer.name(),
                        customer.document(),
                        input.orderId(),
                        policies.id(),
                        Frozen.policies(policies),
                        work.userId(),
                        work.now(),
                        work.today(),
                        rate.id(),
                        rate.source(),
                        rate.rate(),
                        rate.valueDate(),
                        rate.provisional(),
                        rate.reason(),
                        totals.subtotal().amount(),
                        totals.discount().amount(),
                        totals.total().amount(),
                        totals.totalVes().amount());
        for (TaxGroup tax : totals.taxes()) {
            work.sql()
                    .update(
                            "insert into erp.invoice_taxes (store_id, id, invoice_id, tax, code, percent, components,"
                                    + " legal_source, base, amount, base_ves, amount_ves)"
                                    + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)",
                            work.store(),
                            work.newId(),
                            id,
                            tax.tax(),
                            tax.rate().code(),
                            tax.rate().percent().value(),
                            Frozen.components(tax),
                            tax.rate().legalSource(),
                            tax.base().amount(),
                            tax.amount().amount(),
                            tax.baseVes().amount(),
                            tax.amountVes().amount());
        }
        work.sql()
                .update(
                        "insert into erp.invoice_balances (store_id, id, balance, status, fully_paid_at) values (?, ?, ?, ?, ?::timestamptz)",
                        work.store(),
                        id,
                        totals.total().amount(),
                        totals.total().isZero() ? "PAID" : "PENDING",
                        totals.total().isZero() ? work.now() : null);
    }

    private void insertLines(UUID id, NewInvoice input, Totals totals, Terms terms, BigDecimal[] costs) {
        for (int i = 0; i < input.lines().size(); i++) {
            NewInvoice.Line line = input.lines().get(i);
            work.sql()
                    .update(
                            "insert into erp.invoice_lines (store_id, id, invoice_id, position, type, part_id, seller_id, description,"
                                    + " quantity, unit_price, discount, document_discount, net, net_ves, tax, tax_code, tax_percent, unit_cost)"
                                    + " values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric)",
                            work.store(),
                            work.newId(),
                            id,
                            i,
                            line.type(),
                            line.partId(),
                            line.sellerId() == null ? work.userId() : line.sellerId(),
                            line.description().strip(),
                            line.quantity(),
                            line.unitPrice().amount(),
                            line.discount() == null
                                    ? BigDecimal.ZERO
                                    : line.discount().amount(),
                            totals.discounts().get(i).amount(),
                            totals.nets().get(i).amount(),
                            totals.netsVes().get(i).amount(),
                            line.tax(),
                            terms.taxes().of(line.tax()).code(),
                            terms.taxes().of(line.tax()).percent().value(),
                            costs[i]);
        }
    }

    private void post(UUID id, Totals totals, DocumentRate rate, BigDecimal[] costs, NewInvoice input) {
        JournalEntry entry = new JournalEntry("INVOICE", id)
                .debit(Account.RECEIVABLE, totals.total(), totals.totalVes())
                .credit(Account.SALES, totals.net(), totals.netVes())
                .credit(Account.IVA_PAYABLE, totals.iva(), totals.ivaVes());
        BigDecimal cost = BigDecimal.ZERO;
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] != null) {
                cost = cost.add(costs[i].multiply(
                        BigDecimal.valueOf(input.lines().get(i).quantity())));
            }
        }
        Money taken = Money.rounded(cost, Currency.USD);
        Money takenVes = taken.convertedAt(rate.rate(), Currency.VES);
        new Ledger(work)
                .post(entry.debit(Account.COST_OF_SALES, taken, takenVes).credit(Account.INVENTORY, taken, takenVes));
    }

    private long next(StoreCard store, String type, String series) {
        return work.sql()
                .first(
                        row -> row.bigint("n"),
                        "select erp.next_number(?, ?, ?) n",
                        store.issuer().id(),
                        type,
                        series)
                .orElseThrow();
    }

    private static Money net(NewInvoice.Line line) {
        Money gross = line.unitPrice().times(BigDecimal.valueOf(line.quantity()));
        return line.discount() == null ? gross : gross.minus(line.discount());
    }
}
