package com.servistech.erp.services;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A service as written on a form.
 *
 * @param modelId the model that it is for; null for any
 * @param price what it costs the customer since today, without taxes and parts
 * @param minutes that it usually takes
 * @param warrantyDays 0 for none
 * @param parts that it usually takes; null for none
 * @param active null for yes
 */
public record NewService(
        String code,
        String name,
        UUID modelId,
        Money price,
        int minutes,
        int warrantyDays,
        List<UsualPart> parts,
        Boolean active) {

    private static final String CODE = "[A-Z0-9][A-Z0-9._/-]{0,39}";

    /** So many of a part. */
    public record UsualPart(UUID partId, int quantity) {}

    NewService checked() {
        Problems problems = new Problems();
        String goodCode = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (!goodCode.matches(CODE)) {
            problems.add("/code", "services.code", "Letters, digits and . _ / - , at most 40 of them");
        }
        String goodName = problems.required("/name", name, 120);
        if (price == null) {
            problems.add("/price", "value.required", "This is required");
        } else {
            AmountRule.notNegative("/price", price, Currency.USD, problems);
        }
        if (minutes < 1 || minutes > 10_000) {
            problems.add("/minutes", "number.range", "Between 1 and 10000");
        }
        if (warrantyDays < 0 || warrantyDays > 3_650) {
            problems.add("/warrantyDays", "number.range", "Between 0 and 3650");
        }
        List<UsualPart> usual = parts == null ? List.of() : List.copyOf(parts);
        check(usual, problems);
        problems.refuseIfAny();
        return new NewService(
                goodCode, goodName, modelId, price, minutes, warrantyDays, usual, active == null || active);
    }

    private static void check(List<UsualPart> usual, Problems problems) {
        if (usual.size() > 50) {
            problems.add("/parts", "list.too-long", "At most 50 parts");
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < usual.size(); i++) {
            UsualPart part = usual.get(i);
            if (part.partId() == null) {
                problems.add("/parts/" + i + "/partId", "value.required", "This is required");
            } else if (!seen.add(part.partId())) {
                problems.add("/parts/" + i + "/partId", "services.part-twice", "This part is named already");
            }
            if (part.quantity() < 1 || part.quantity() > 1_000) {
                problems.add("/parts/" + i + "/quantity", "number.range", "Between 1 and 1000");
            }
        }
    }
}
