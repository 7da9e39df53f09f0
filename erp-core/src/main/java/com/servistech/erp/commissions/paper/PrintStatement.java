package com.servistech.erp.commissions.paper;

import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.pay.Statements;
import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prints a person's month: a statement that is paid gives the same bytes for ever (CR-19). */
public final class PrintStatement {

    private static final String ENTRIES = """
            select e.*, o.number order_number, i.number invoice_number, d.cause debit_cause
              from erp.commission_entries e
              left join erp.service_orders o on o.store_id = e.store_id and o.id = e.order_id
              left join erp.invoices i on i.store_id = e.store_id and i.id = e.invoice_id
              left join erp.commission_debits d on d.store_id = e.store_id and d.id = e.debit_id
             where e.store_id = ? and e.period = ? and e.person_id = ? and e.kind <> 'PAYOUT' and not (e.kind = 'CARRY' and e.amount > 0)
             order by e.earned_at, e.id
            """;

    private final Work work;

    public PrintStatement(Work work) {
        this.work = work;
    }

    /** @throws NotFound {@code commissions.no-statement} also for somebody else's, without the permission to see all */
    public byte[] pdf(Period period, UUID person) {
        work.require(Permission.COMMISSIONS_READ_OWN);
        Optional<PeriodView> view = new Periods(work).find(period);
        StatementView statement = view
                .filter(found -> work.may(Permission.COMMISSIONS_READ_ALL)
                        || work.user().filter(person::equals).isPresent())
                .stream()
                .flatMap(found -> new Statements(work).of(found).stream())
                .filter(found -> found.personId().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("commissions.no-statement", "Nothing was calculated for this person"));
        List<PaperLine> lines = work.sql().list(PrintStatement::line, ENTRIES, work.store(), period.toString(), person);
        return new StatementPaper(
                        statement,
                        new Stores(work).current().name(),
                        view.orElseThrow().approvals(),
                        lines)
                .print();
    }

    private static PaperLine line(Sql.Row row) {
        String what = row.text("order_number") != null ? row.text("order_number") : row.text("invoice_number");
        return new PaperLine(
                LocalDate.ofInstant(row.instant("earned_at"), Work.CARACAS),
                what,
                PaperWords.of(row.text("kind"), row.text("basis"), row.text("cause"), row.text("debit_cause")),
                row.decimal("base") == null || row.text("basis").equals("UNIT")
                        ? null
                        : new Money(row.decimal("base"), Currency.USD),
                row.decimal("rate"),
                row.text("basis").equals("UNIT"),
                row.decimal("share"),
                new Money(row.decimal("amount"), Currency.USD));
    }
}
