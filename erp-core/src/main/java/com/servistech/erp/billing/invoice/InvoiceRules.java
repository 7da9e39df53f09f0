package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** What an invoice must be, the same for a draft and for one that is issued at once. */
final class InvoiceRules {

    private static final int MOST_LINES = 200;

    private final Work work;
    private final Map<UUID, ServiceView> services;
    private final Problems problems = new Problems();

    /** @param services those that lines name, with the prices of the day */
    InvoiceRules(Work work, Map<UUID, ServiceView> services) {
        this.work = work;
        this.services = services;
    }

    /** @throws com.servistech.erp.error.Invalid with every place that is wrong */
    void check(NewInvoice input, String regime) {
        if (input.lines().isEmpty() || input.lines().size() > MOST_LINES) {
            problems.add("/lines", "list.size", "An invoice has 1 to " + MOST_LINES + " lines");
        }
        for (int i = 0; i < input.lines().size(); i++) {
            check("/lines/" + i, input.lines().get(i), regime);
        }
        if (problems.isEmpty() && input.discount() != null) {
            Money gross =
                    input.lines().stream().map(NewInvoice.Line::price).reduce(Money.zero(Currency.USD), Money::plus);
            discount("/discount", input.discount(), gross);
        }
        problems.refuseIfAny();
    }

    private void check(String at, NewInvoice.Line line, String regime) {
        problems.required(at + "/description", line.description(), 200);
        if (line.quantity() < 1 || line.quantity() > 10_000) {
            problems.add(at + "/quantity", "number.range", "Between 1 and 10000");
        }
        if (priced(at + "/unitPrice", line) && line.discount() != null) {
            discount(at + "/discount", line.discount(), line.unitPrice().times(BigDecimal.valueOf(line.quantity())));
        }
        if (line.type() == LineType.SERVICE && line.partId() != null) {
            problems.add(at + "/partId", "invoices.service-part", "A service line has no part");
        } else if (line.serviceId() != null) {
            service(at, line);
        } else if (line.partId() == null) {
            work.require(Permission.INVOICES_OPEN_ITEM);
        }
        if (line.sellerId() != null && !worksHere(line.sellerId())) {
            problems.add(at + "/sellerId", "users.not-found", "Nobody of this store has this id");
        }
        if (regime.equals("FORMAL") && line.tax() != Tax.EXEMPT) {
            problems.add(at + "/tax", "invoices.formal-exempt", "A formal taxpayer sells exempt things only");
        }
    }

    /** At the catalogue's price; another one makes it as free as an open item. */
    private void service(String at, NewInvoice.Line line) {
        ServiceView service = services.get(line.serviceId());
        if (line.type() != LineType.SERVICE) {
            problems.add(at + "/serviceId", "invoices.service-line", "Only a service line names a service");
        } else if (service == null) {
            problems.add(at + "/serviceId", "services.not-found", "There is no such service");
        } else if (!service.active()) {
            problems.add(at + "/serviceId", "services.inactive", service.code() + " is not done any more");
        } else if (!service.price().equals(line.unitPrice())) {
            work.require(Permission.INVOICES_OPEN_ITEM);
        }
    }

    private boolean priced(String at, NewInvoice.Line line) {
        if (line.unitPrice() != null) {
            return AmountRule.notNegative(at, line.unitPrice(), Currency.USD, problems);
        }
        // what is wrong with a service is said at the service
        if (line.serviceId() == null) {
            problems.add(at, "value.required", "Only a service of the catalogue has a price without saying it");
        }
        return false;
    }

    private void discount(String at, Money discount, Money gross) {
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
}
