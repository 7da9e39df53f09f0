package com.servistech.erp.stores;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The dated switches of issuers. */
public final class Policies {

    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private final Work work;

    public Policies(Work work) {
        this.work = work;
    }

    /** As they stand on a day. */
    public PolicySet on(LocalDate day, UUID issuerId) {
        Map<Policy, String> values = new EnumMap<>(Policy.class);
        cards(day, issuerId).forEach(card -> values.put(card.policy(), card.value()));
        return new PolicySet(day, values);
    }

    /** As they stand today, each with its source. */
    public List<PolicyCard> list(UUID issuerId) {
        return list(issuerId, work.today());
    }

    /** As they stand on a day, also one to come. */
    public List<PolicyCard> list(UUID issuerId, LocalDate day) {
        work.require(Permission.STORES_READ);
        requireIssuer(issuerId);
        return cards(day, issuerId);
    }

    /** Decides a switch from a day on. */
    public PolicyCard set(UUID issuerId, NewPolicy input) {
        work.require(Permission.STORES_WRITE);
        requireIssuer(issuerId);
        Problems problems = new Problems();
        problems.required("/legalSource", input.legalSource(), 400);
        if (input.legalSource() != null && input.legalSource().strip().length() < 5) {
            problems.add("/legalSource", "text.length", "Name the law, the notice or the decision");
        }
        if (!known(input)) {
            problems.add("/value", "policies.value", input.policy() + " does not have this value");
        }
        if (input.validFrom().isBefore(work.today())) {
            problems.add("/validFrom", "policies.valid-from", "Today or later");
        } else if (!new DocumentDays(work).allow(issuerId, input.validFrom())) {
            problems.add(
                    "/validFrom",
                    "policies.documents-issued",
                    "There are documents of that day: what was issued keeps its rules, so begin later");
        }
        problems.refuseIfAny();
        insert(issuerId, input);
        return new PolicyCard(
                input.policy(),
                input.value(),
                input.validFrom(),
                input.legalSource().strip());
    }

    /** What an issuer is entered with holds from the beginning. */
    void found(UUID issuerId, Policy policy, String value) {
        NewPolicy initial = new NewPolicy(policy, value, ALWAYS, "Datos con que se registró el emisor");
        if (!known(initial)) {
            throw new com.servistech.erp.error.Refused("policies.value", policy + " does not have the value " + value);
        }
        insert(issuerId, initial);
    }

    private List<PolicyCard> cards(LocalDate day, UUID issuerId) {
        return work.sql()
                .list(
                        row -> new PolicyCard(
                                Policy.valueOf(row.text("policy")),
                                row.text("value"),
                                ALWAYS.equals(row.date("valid_from")) ? null : row.date("valid_from"),
                                row.text("legal_source")),
                        "select policy, value, valid_from, legal_source from erp.policies_of(?, ?)",
                        issuerId,
                        day);
    }

    private boolean known(NewPolicy input) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.policy_values where policy = ? and value = ?",
                        input.policy(),
                        input.value())
                .isPresent();
    }

    private void requireIssuer(UUID issuerId) {
        work.sql()
                .first(row -> true, "select 1 from erp.issuers where id = ?", issuerId)
                .orElseThrow(() -> new NotFound("issuers.not-found", "There is no issuer with this id"));
    }

    private void insert(UUID issuerId, NewPolicy input) {
        work.sql()
                .update(
                        "insert into erp.issuer_policies (id, issuer_id, policy, value, valid_from, legal_source, decided_by,"
                                + " decided_at) values (?, ?, ?, ?, ?, ?, ?::uuid, ?)",
                        work.newId(),
                        issuerId,
                        input.policy(),
                        input.value(),
                        input.validFrom(),
                        input.legalSource().strip(),
                        work.user().orElse(null),
                        work.now());
    }
}
