package com.servistech.erp.billing.tax;

import com.servistech.erp.error.Problems;
import com.servistech.erp.stores.DocumentDays;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The law's percentages, read as they stand on a day and continued by a new law. A rule never begins on a day that has
 * documents, so that none is older than what it was issued under.
 */
public final class TaxRuleBook {

    private static final String IN_FORCE = """
            select distinct on (tax, position) tax, component, position, code, percent, valid_from, legal_source
              from erp.tax_rules
             where valid_from <= ? and (valid_to is null or valid_to >= ?)
             order by tax, position, valid_from desc, recorded_at desc, id desc
            """;

    private final Work work;

    public TaxRuleBook(Work work) {
        this.work = work;
    }

    public List<TaxRuleCard> on(LocalDate day) {
        work.require(Permission.STORES_READ);
        return work.sql()
                .list(
                        row -> new TaxRuleCard(
                                row.text("tax"),
                                row.text("component"),
                                row.text("code"),
                                row.decimal("percent").stripTrailingZeros(),
                                row.date("valid_from"),
                                row.text("legal_source")),
                        IN_FORCE,
                        day,
                        day);
    }

    public TaxRuleCard enter(NewTaxRule input) {
        work.require(Permission.TAX_RULES_WRITE);
        Problems problems = new Problems();
        check(input, problems);
        problems.refuseIfAny();
        work.sql()
                .update(
                        "insert into erp.tax_rules (id, tax, component, position, code, percent, valid_from, legal_source,"
                                + " recorded_by, recorded_at)"
                                + " select ?, r.tax, r.component, r.position, r.code, ?, ?, ?, ?::uuid, ? from erp.tax_rules r"
                                + " where r.tax = ? and r.component = ? order by r.valid_from desc, r.recorded_at desc limit 1",
                        work.newId(),
                        input.percent(),
                        input.validFrom(),
                        input.legalSource().strip(),
                        work.user().orElse(null),
                        work.now(),
                        input.tax(),
                        input.component());
        return on(input.validFrom()).stream()
                .filter(card ->
                        card.tax().equals(input.tax()) && card.component().equals(input.component()))
                .findFirst()
                .orElseThrow();
    }

    private void check(NewTaxRule input, Problems problems) {
        if (!known(input)) {
            problems.add("/component", "taxes.unknown", "There is no such component of this tax");
        } else if (input.tax().equals("EXEMPT") && input.percent().signum() != 0) {
            problems.add("/percent", "number.range", "What is exempt bears nothing");
        }
        boolean percentage = input.percent().signum() >= 0
                && input.percent().compareTo(BigDecimal.valueOf(100)) <= 0
                && input.percent().stripTrailingZeros().scale() <= 4;
        if (!percentage) {
            problems.add("/percent", "number.range", "Between 0 and 100, with at most 4 decimals");
        }
        String source = problems.required("/legalSource", input.legalSource(), 400);
        if (source != null && source.length() < 5) {
            problems.add("/legalSource", "text.length", "Name the law and its gazette");
        }
        if (input.validFrom().isBefore(work.today())) {
            problems.add("/validFrom", "taxes.valid-from", "Today or later");
        } else if (!new DocumentDays(work).allow(null, input.validFrom())) {
            problems.add(
                    "/validFrom",
                    "taxes.documents-issued",
                    "There are documents of that day: what was issued keeps its rules, so begin later");
        }
    }

    private boolean known(NewTaxRule input) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.tax_rules where tax = ? and component = ? limit 1",
                        input.tax(),
                        input.component())
                .isPresent();
    }
}
