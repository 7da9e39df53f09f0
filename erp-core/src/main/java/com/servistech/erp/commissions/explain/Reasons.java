package com.servistech.erp.commissions.explain;

import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps in the making, in their order. */
final class Reasons {

    private final List<Explanation.Step> steps = new ArrayList<>();

    /** Figures by name: name, value, name, value; those that are null are left out. */
    static Map<String, String> figures(Object... pairs) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                figures.put((String) pairs[i], text(pairs[i + 1]));
            }
        }
        return Collections.unmodifiableMap(figures);
    }

    void step(
            String code,
            String about,
            String formula,
            Map<String, String> inputs,
            BigDecimal exact,
            Money result,
            String es,
            String en) {
        steps.add(new Explanation.Step(code, about, formula, inputs, exact, result, es, en));
    }

    List<Explanation.Step> list() {
        return List.copyOf(steps);
    }

    static String text(Object value) {
        return value instanceof BigDecimal decimal ? plain(decimal) : value.toString();
    }

    static String plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0, java.math.RoundingMode.UNNECESSARY) : shortest)
                .toPlainString();
    }
}
