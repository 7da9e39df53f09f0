package com.servistech.erp.commissions.pay;

import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.ledger.Csv;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.function.Function;

/**
 * What everybody is paid for a month.
 *
 * @param state of the month: the figures still move while it is OPEN or CALCULATED
 * @param pay of all people
 */
public record Payroll(String period, String state, Money earned, Money debited, Money pay, List<StatementView> people) {

    public static Payroll of(Work work, Period period) {
        work.require(Permission.COMMISSIONS_READ_ALL);
        PeriodView view = new Periods(work).find(period).orElse(null);
        Statements statements = new Statements(work);
        List<StatementView> people = view == null ? statements.drafts(period) : statements.of(view);
        return new Payroll(
                period.toString(),
                view == null ? "OPEN" : view.state(),
                sum(people, StatementView::earned),
                sum(people, StatementView::debited),
                sum(people, StatementView::pay),
                people);
    }

    public String csv() {
        Csv csv = new Csv(
                "periodo",
                "persona",
                "ganado_usd",
                "descuentos_usd",
                "saldo_anterior_usd",
                "tope_usd",
                "a_pagar_usd",
                "saldo_siguiente_usd",
                "metodo",
                "moneda",
                "pagado",
                "tasa",
                "pagado_el");
        for (StatementView person : people) {
            StatementView.Payout payout = person.payout();
            csv.row(
                    person.period(),
                    person.personName(),
                    person.earned(),
                    person.debited(),
                    person.openingCarry(),
                    person.cap(),
                    person.pay(),
                    person.closingCarry(),
                    payout == null ? null : payout.method(),
                    payout == null ? null : payout.amount().currency(),
                    payout == null ? null : payout.amount(),
                    payout == null ? null : payout.rate(),
                    payout == null ? null : payout.paidAt());
        }
        return csv.toString();
    }

    private static Money sum(List<StatementView> people, Function<StatementView, Money> figure) {
        return people.stream().map(figure).reduce(Money.zero(Currency.USD), Money::plus);
    }
}
