package com.servistech.erp.commissions.debit;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.files.FileContent;
import com.servistech.erp.files.Files;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Reads debits; a person sees the own ones. */
public final class DebitBook {

    private static final String ROWS = """
            select d.*, last.decision, first.charged, last.decided_by, last.decided_at, last.note,
                   array(select q.id from erp.qa_results q where q.store_id = d.store_id and q.order_id = d.order_id and not q.passed order by q.id) checks,
                   array(select f.file_id from erp.commission_debit_files f where f.store_id = d.store_id and f.debit_id = d.id order by f.id) files,
                   array(select a.answer from erp.commission_answers a where a.store_id = d.store_id and a.debit_id = d.id order by a.id) answers
              from erp.commission_debits d
              left join lateral (select * from erp.commission_debit_decisions x where x.store_id = d.store_id and x.debit_id = d.id
                                  order by x.decision = 'REVERSED' desc limit 1) last on true
              left join lateral (select charged from erp.commission_debit_decisions x where x.store_id = d.store_id and x.debit_id = d.id
                                   and x.decision <> 'REVERSED') first on true
             where d.store_id = ?
            """;

    private final Work work;

    public DebitBook(Work work) {
        this.work = work;
    }

    /** @throws NotFound {@code commissions.debit-not-found} also for somebody else's */
    public DebitView get(UUID id) {
        return work.sql()
                .first(DebitBook::view, ROWS + " and d.id = ?", work.store(), id)
                .filter(debit -> work.may(Permission.COMMISSIONS_READ_ALL)
                        || work.may(Permission.COMMISSIONS_DEBIT)
                        || work.user().filter(debit.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("commissions.debit-not-found", "There is no such debit"));
    }

    /**
     * What shows why, to whoever sees the debit: also to the person who is charged, who reads no other files.
     *
     * @throws NotFound {@code commissions.debit-not-found}, {@code files.not-found} for a file of anything else
     */
    public FileContent evidence(UUID id, UUID fileId, Files files) {
        if (!get(id).fileIds().contains(fileId)) {
            throw new NotFound("files.not-found", "This debit has no such file");
        }
        return files.shown(fileId);
    }

    /** Newest first. */
    public Page<DebitView> list(UUID person, Page.Request page) {
        work.require(Permission.COMMISSIONS_READ_OWN);
        boolean all = work.may(Permission.COMMISSIONS_READ_ALL) || work.may(Permission.COMMISSIONS_DEBIT);
        UUID whose = all ? person : work.userId();
        List<DebitView> rows = work.sql()
                .list(
                        DebitBook::view,
                        ROWS
                                + " and d.id < ? and (?::uuid is null or d.person_id = ?::uuid) order by d.id desc limit ?",
                        work.store(),
                        page.beforeId(),
                        whose,
                        whose,
                        page.limit() + 1);
        return Page.of(rows, page.limit(), debit -> debit.id().toString());
    }

    private static DebitView view(Sql.Row row) {
        String decision = row.text("decision");
        return new DebitView(
                row.uuid("id"),
                row.uuid("person_id"),
                row.uuid("order_id"),
                row.text("cause"),
                usd(row.decimal("amount")),
                row.text("description"),
                row.array("evidence"),
                row.array("files"),
                row.array("checks"),
                row.uuid("rework_person_id"),
                usd(row.decimal("rework_amount")),
                decision == null ? "PROPOSED" : decision,
                usd(row.decimal("charged")),
                row.date("answer_until"),
                row.array("answers"),
                row.uuid("proposed_by"),
                row.instant("proposed_at"),
                row.uuid("decided_by"),
                row.instant("decided_at"),
                row.text("note"));
    }

    private static Money usd(BigDecimal amount) {
        return amount == null ? null : new Money(amount, Currency.USD);
    }
}
