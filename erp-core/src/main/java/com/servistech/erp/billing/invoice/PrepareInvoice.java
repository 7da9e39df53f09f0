package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.tax.PriceMode;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxRounding;
import com.servistech.erp.billing.tax.TaxRules;
import com.servistech.erp.billing.tax.Terms;
import com.servistech.erp.billing.tax.Totals;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.services.Services;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes an invoice under the rules of the day: the same for a draft's preview and for the issue. */
final class PrepareInvoice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Work work;

    PrepareInvoice(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code rates.missing} unless the issuer takes provisional rates */
    Prepared forIssue(NewInvoice input) {
        StoreCard store = new Stores(work).current();
        return checked(input, store, new Rates(work).forDocument(work.today(), store.issuer()));
    }

    /** As it would come out today; without bolívares when the day's rate is not known yet. */
    Prepared forDraft(NewInvoice input) {
        StoreCard store = new Stores(work).current();
        return checked(input, store, rateIfKnown(store));
    }

    /** A draft to look at: what does not hold any more is said to who issues it, not to who reads. */
    Prepared forReading(NewInvoice input) {
        StoreCard store = new Stores(work).current();
        Map<UUID, ServiceView> services = services(input);
        return prepare(input.priced(services), services, store, rateIfKnown(store));
    }

    private DocumentRate rateIfKnown(StoreCard store) {
        try {
            return new Rates(work).forDocument(work.today(), store.issuer());
        } catch (Conflict unknown) {
            // a draft needs no rate: it is valued on the day of its issue
            return null;
        }
    }

    private Prepared checked(NewInvoice written, StoreCard store, DocumentRate rate) {
        Map<UUID, ServiceView> services = services(written);
        NewInvoice input = written.priced(services);
        new InvoiceRules(work, services).check(input, store.issuer().regime());
        if (input.orderId() != null) {
            new Repairs(work).get(input.orderId());
        }
        return prepare(input, services, store, rate);
    }

    private Map<UUID, ServiceView> services(NewInvoice input) {
        return new Services(work).named(input.serviceIds(), work.today());
    }

    private Prepared prepare(NewInvoice input, Map<UUID, ServiceView> services, StoreCard store, DocumentRate rate) {
        CustomerView customer = new Customers(work).get(input.customerId());
        PolicySet policies = new Policies(work).on(work.today(), store.issuer().id());
        boolean fiscal = !store.issuer().regime().equals("UNREGISTERED");
        Terms terms = new Terms(
                fiscal ? new TaxRules(work).on(work.today()) : TaxRules.untaxed(work.today()),
                rate == null ? BigDecimal.ONE : rate.rate(),
                policies.of(Policy.TAX_ROUNDING, TaxRounding.class),
                policies.of(Policy.PRICE_MODE, PriceMode.class),
                policies.of(Policy.ROUNDING_MODE, CentRule.class));
        Totals totals = new Totals(
                input.lines().stream()
                        .map(line -> new Totals.Line(line.price(), fiscal ? line.tax() : Tax.EXEMPT))
                        .toList(),
                input.discount() == null ? Money.zero(Currency.USD) : input.discount(),
                terms);
        return new Prepared(
                input,
                services,
                fiscal ? DocumentType.INVOICE : DocumentType.NON_FISCAL,
                store,
                customer,
                policies,
                rate,
                terms,
                totals,
                texts(fiscal, terms, rate));
    }

    private static List<String> texts(boolean fiscal, Terms terms, DocumentRate rate) {
        List<String> texts = new ArrayList<>();
        if (!fiscal) {
            texts.add("DOCUMENTO NO FISCAL");
        }
        if (rate != null && rate.provisional()) {
            texts.add("TASA PROVISIONAL: la del día no se conoce; se usó la última conocida, con fecha valor "
                    + DAY.format(rate.valueDate()));
        }
        if (terms.prices() == PriceMode.TAX_INCLUSIVE) {
            texts.add("Precios con IVA incluido");
        }
        return texts;
    }
}
