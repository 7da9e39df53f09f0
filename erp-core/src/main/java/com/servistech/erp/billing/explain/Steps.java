package com.servistech.erp.billing.explain;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps in the making, in their order. */
final class Steps {

    private final List<Explanation.Step> steps = new ArrayList<>();

    /** One more step; its words follow by {@link Open#says}. */
    Open step(String code, String about, String formula) {
        return new Open(code, about, formula);
    }

    List<Explanation.Step> list() {
        return List.copyOf(steps);
    }

    /** A step that still lacks figures and words. */
    final class Open {
        private final String code;
        private final String about;
        private final String formula;
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private BigDecimal exact;
        private Money result;

        private Open(String code, String about, String formula) {
            this.code = code;
            this.about = about;
            this.formula = formula;
        }

        Open with(String name, Object value) {
            if (value != null) {
                inputs.put(name, text(value));
            }
            return this;
        }

        /** @param before rounding; null where nothing is rounded */
        Open gives(BigDecimal before, Money after) {
            exact = before;
            result = after;
            return this;
        }

        void says(String es, String en) {
            steps.add(new Explanation.Step(
                    code, about, formula, java.util.Collections.unmodifiableMap(inputs), exact, result, es, en));
        }
    }

    static String text(Object value) {
        if (value instanceof Money money) {
            return money.toString();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value.toString();
    }
}
