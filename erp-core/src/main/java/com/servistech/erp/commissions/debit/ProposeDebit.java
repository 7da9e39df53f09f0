package com.servistech.erp.commissions.debit;

import com.servistech.erp.commissions.decision.People;
import com.servistech.erp.commissions.decision.TermsBook;
import com.servistech.erp.commissions.rule.Rework;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.files.FileBook;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proposes a charge and gives the person notice of it: nothing is charged yet (CR-16). */
public final class ProposeDebit {

    private static final int MOST_FILES = 20;

    private final Work work;

    public ProposeDebit(Work work) {
        this.work = work;
    }

    /**
     * @throws Invalid at /personId, /orderId, /cause, /amount, /description, /evidence, /fileIds or /rework
     * @throws Conflict {@code commissions.cause-not-chargeable} for a defective part, a fault that came back or damage by
     *     the customer: nobody who works here pays for those (CR-15)
     */
    public DebitView propose(NewDebit input) {
        work.require(Permission.COMMISSIONS_DEBIT);
        check(input);
        if (!Rework.isChargeable(input.cause())) {
            throw new Conflict(
                    "commissions.cause-not-chargeable",
                    "Nobody is charged for %s: claim it from the supplier, or bill the customer"
                            .formatted(input.cause()));
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.commission_debits (store_id, id, person_id, order_id, cause, amount, description, evidence,"
                                + " rework_person_id, rework_amount, answer_until, proposed_by, proposed_at)"
                                + " values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?::uuid, ?::numeric, ?, ?, ?)",
                        work.store(),
                        id,
                        input.personId(),
                        input.orderId(),
                        input.cause(),
                        input.amount().amount(),
                        input.description().strip(),
                        texts(input.evidence()),
                        input.rework() == null ? null : input.rework().personId(),
                        input.rework() == null ? null : input.rework().amount().amount(),
                        work.today()
                                .plusDays(new TermsBook(work).on(work.today()).answerDays()),
                        work.userId(),
                        work.now());
        for (UUID file : input.fileIds()) {
            work.sql()
                    .update(
                            "insert into erp.commission_debit_files (store_id, id, debit_id, file_id) values (?, ?, ?, ?)",
                            work.store(),
                            work.newId(),
                            id,
                            file);
        }
        new Outbox(work)
                .add(
                        "commissions.debit-proposed",
                        id,
                        Map.of("personId", input.personId().toString()));
        return new DebitBook(work).get(id);
    }

    /** An empty collection would be taken for ids. */
    private static Object texts(List<String> evidence) {
        return evidence.isEmpty() ? new String[0] : evidence;
    }

    private void check(NewDebit input) {
        Problems problems = new Problems();
        String description = problems.required("/description", input.description(), 1000);
        if (description != null && description.length() < 5) {
            problems.add("/description", "text.length", "Say what happened in 5 to 1000 characters");
        }
        if (input.cause() == null || !input.cause().matches("[A-Z_]{3,40}")) {
            problems.add("/cause", "commissions.cause", "A word in capitals, like HUMAN_ERROR");
        }
        amount("/amount", input.amount(), problems);
        person("/personId", input.personId(), problems);
        if (input.orderId() != null && !orderExists(input.orderId())) {
            problems.add("/orderId", "orders.not-found", "There is no order with this id");
        }
        for (int i = 0; i < input.evidence().size(); i++) {
            problems.required("/evidence/" + i, input.evidence().get(i), 200);
        }
        if (input.fileIds().size() > MOST_FILES) {
            problems.add("/fileIds", "list.too-long", "At most " + MOST_FILES + " files");
        }
        FileBook files = new FileBook(work);
        for (int i = 0; i < Math.min(input.fileIds().size(), MOST_FILES); i++) {
            if (files.find(input.fileIds().get(i)).isEmpty()) {
                problems.add("/fileIds/" + i, "files.not-found", "There is no such file");
            }
        }
        if (input.rework() != null) {
            amount("/rework/amount", input.rework().amount(), problems);
            person("/rework/personId", input.rework().personId(), problems);
            if (input.personId() != null
                    && input.personId().equals(input.rework().personId())) {
                problems.add("/rework/personId", "commissions.twice", "Who repairs the own mistake is not paid for it");
            }
        }
        problems.refuseIfAny();
    }

    private static void amount(String at, Money amount, Problems problems) {
        if (amount == null || amount.currency() != Currency.USD || !amount.isPositive()) {
            problems.add(at, "money.usd", "More than zero dollars");
        }
    }

    private void person(String at, UUID person, Problems problems) {
        if (person == null || !People.worksHere(work, person)) {
            problems.add(at, "users.not-found", "Nobody of this store has this id");
        }
    }

    private boolean orderExists(UUID id) {
        return work.sql()
                .first(row -> true, "select 1 from erp.service_orders where store_id = ? and id = ?", work.store(), id)
                .isPresent();
    }
}
