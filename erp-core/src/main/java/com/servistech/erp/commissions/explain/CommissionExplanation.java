package com.servistech.erp.commissions.explain;

import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.money.Money;
import java.util.List;
import java.util.UUID;

/** The derivation of an entry, step by step, for programs and in two languages for people. */
public record CommissionExplanation(
        UUID id, String kind, String basis, UUID personId, Money amount, List<Explanation.Step> steps) {}
