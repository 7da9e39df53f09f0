package com.servistech.erp.billing.book;

import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.ledger.TrialBalance;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a special taxpayer perceived, by fortnights, as the books of account have it. */
class IgtfBookTest {

    private static final Fortnight FIRST = Fortnight.of("2026-10-1");

    private final Counter counter = Counter.of("SPECIAL");

    @BeforeEach
    void aDrawerIsOpen() {
        Counter.firstDay();
        counter.as(Role.FRONT_DESK, s -> s.cash().open("Caja 1", Money.usd("0.00"), Money.ves("0.00")));
    }

    @Test
    void whatWasPerceivedInAFortnightStandsWithItsBaseAndSumsToTheLedger() {
        InvoiceView whole = counter.issue(service("Servicio", "100.00"));
        InvoiceView part = counter.issue(service("Servicio", "100.00"));
        InvoiceView bolivars = counter.issue(service("Servicio", "100.00"));
        pay(whole, Money.usd("119.48"));
        pay(part, Money.usd("50.00"));
        pay(bolivars, Money.ves("101197.55"));

        IgtfBook book = book(FIRST);
        assertThat(book.from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(book.to()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(book.rows())
                .extracting(IgtfBook.Row::invoice, IgtfBook.Row::method, IgtfBook.Row::base, IgtfBook.Row::igtf)
                .containsExactlyInAnyOrder(
                        tuple(whole.number(), "CASH_USD", Money.usd("116.00"), Money.usd("3.48")),
                        tuple(part.number(), "CASH_USD", Money.usd("48.54"), Money.usd("1.46")));
        assertThat(book.rows()).extracting(IgtfBook.Row::customerName).containsOnly("Ana Pérez");
        assertThat(book.total()).isEqualTo(Money.usd("4.94"));
        assertThat(book.totalVes()).isEqualTo(Money.ves("4309.62")).isEqualTo(owedToTheTreasury());
        assertThat(book.csv())
                .contains(
                        "IGTF Bs",
                        "CASH_USD,116.00,3.48,3035.93",
                        "CASH_USD,48.54,1.46,1273.69",
                        "Total,,,,,,4.94,4309.62");
        assertThat(book(Fortnight.of("2026-10-2")).rows()).isEmpty();
    }

    @Test
    void aPerceptionThatWasTakenBackIsNegativeOnItsDay() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"));
        PaymentView paid = pay(invoice, Money.usd("119.48"));
        Counter.weekLater();
        counter.as(Role.SUPERVISOR, s -> s.cash().open("Caja 2", Money.usd("200.00"), Money.ves("0.00")));
        counter.as(Role.SUPERVISOR, s -> s.billing().reverse(paid.id(), "Billete falso"));
        IgtfBook book = book(FIRST);
        assertThat(book.rows())
                .extracting(IgtfBook.Row::base)
                .containsExactly(Money.usd("116.00"), Money.usd("-116.00"));
        assertThat(book.total()).isEqualTo(Money.usd("0.00"));
        assertThat(book.totalVes()).isEqualTo(Money.ves("0.00"));
    }

    @Test
    void whereIgtfIsCountedOnAllThatIsHandedOverThatIsItsBase() {
        counter.with(Policy.IGTF_METHOD, "GROSS");
        pay(counter.issue(service("Servicio", "100.00")), Money.usd("50.00"));
        assertThat(book(FIRST).rows())
                .extracting(IgtfBook.Row::base, IgtfBook.Row::igtf)
                .containsExactly(tuple(Money.usd("50.00"), Money.usd("1.50")));
    }

    @Test
    void aFortnightEndsOnTheFifteenthOrWithItsMonth() {
        assertThat(Fortnight.with(LocalDate.of(2028, 2, 15))).hasToString("2028-02-1");
        assertThat(Fortnight.with(LocalDate.of(2028, 2, 16)).last()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Fortnight.of("2026-11-2").first()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    private PaymentView pay(InvoiceView invoice, Money amount) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(amount)));
    }

    private IgtfBook book(Fortnight fortnight) {
        return counter.as(Role.ACCOUNTANT, s -> s.billing().igtfBook(fortnight));
    }

    private Money owedToTheTreasury() {
        return counter.as(Role.ACCOUNTANT, s -> s.books().trialBalance(FIRST.month())).rows().stream()
                .filter(row -> row.account().equals("IGTF_PAYABLE"))
                .map(TrialBalance.Row::closingVes)
                .reduce(Money.ves("0.00"), Money::plus)
                .negated();
    }
}
