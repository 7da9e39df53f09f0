package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Percent;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which taxes hold, by day: the table of the law and what an issuer is. */
public final class TaxRules {

    private static final String IN_FORCE = """
            select distinct on (tax, position) tax, component, position, code, percent, valid_from, legal_source
              from erp.tax_rules
             where valid_from <= ? and (valid_to is null or valid_to >= ?)
             order by tax, position, valid_from desc, recorded_at desc
            """;

    private static final String IN_FORCE_OF_IGTF = """
            select percent, legal_source from erp.tax_rules
             where tax = 'IGTF' and valid_from <= ? and (valid_to is null or valid_to >= ?)
             order by valid_from desc, recorded_at desc limit 1
            """;

    private final Work work;

    public TaxRules(Work work) {
        this.work = work;
    }

    /** IVA on a day. */
    public TaxTable on(LocalDate day) {
        Map<Tax, String> codes = new EnumMap<>(Tax.class);
        Map<Tax, List<TaxComponent>> components = new EnumMap<>(Tax.class);
        work.sql()
                .list(
                        row -> {
                            if (!row.text("tax").equals("IGTF")) {
                                Tax tax = Tax.valueOf(row.text("tax"));
                                codes.put(tax, row.text("code"));
                                components
                                        .computeIfAbsent(tax, key -> new ArrayList<>())
                                        .add(component(row));
                            }
                            return null;
                        },
                        IN_FORCE,
                        day,
                        day);
        Map<Tax, TaxRate> rates = new EnumMap<>(Tax.class);
        components.forEach((tax, parts) -> rates.put(tax, new TaxRate(tax, codes.get(tax), parts)));
        return new TaxTable(day, rates);
    }

    /** For an issuer that is not registered: no IVA on anything. */
    public static TaxTable untaxed(LocalDate day) {
        TaxComponent none = new TaxComponent(
                "NOT_SUBJECT", Percent.of("0"), day, "Emisor no inscrito: documento no fiscal, sin IVA");
        return new TaxTable(day, Map.of(Tax.EXEMPT, new TaxRate(Tax.EXEMPT, "NS", List.of(none))));
    }

    /** What an issuer perceives on money that causes IGTF: nothing unless it is a special taxpayer on the day. */
    public IgtfRule igtf(UUID issuerId, LocalDate day) {
        PolicySet policies = new Policies(work).on(day, issuerId);
        IgtfMethod method = policies.of(Policy.IGTF_METHOD, IgtfMethod.class);
        if (!policies.of(Policy.REGIME).equals("SPECIAL")) {
            return none(method, "Solo perciben IGTF los sujetos pasivos especiales (PA SNAT/2022/000013)");
        }
        return work.sql()
                .first(
                        row -> new IgtfRule(new Percent(row.decimal("percent")), method, row.text("legal_source")),
                        IN_FORCE_OF_IGTF,
                        day,
                        day)
                .orElseGet(() -> none(method, "Ninguna norma vigente ese día"));
    }

    private static IgtfRule none(IgtfMethod method, String why) {
        return new IgtfRule(Percent.of("0"), method, why);
    }

    private static TaxComponent component(Sql.Row row) {
        return new TaxComponent(
                row.text("component"),
                new Percent(row.decimal("percent")),
                row.date("valid_from"),
                row.text("legal_source"));
    }
}
