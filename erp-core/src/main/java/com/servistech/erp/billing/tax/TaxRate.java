package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Percent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a kind of IVA is on a day.
 *
 * @param code the letter that books and providers know: G, R, A, E
 * @param components in the order in which they are shown; never empty
 */
public record TaxRate(Tax tax, String code, List<TaxComponent> components) {

    public TaxRate {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException(tax + " has no rule");
        }
    }

    /** All components together: 31 for a luxury good. */
    public Percent percent() {
        return new Percent(components.stream()
                .map(component -> component.percent().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public String legalSource() {
        return components.stream().map(TaxComponent::legalSource).distinct().collect(Collectors.joining("; "));
    }
}
