package com.servistech.erp.billing.note;

import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.book.Fortnight;
import com.servistech.erp.billing.book.IgtfBook;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.refund.NewRefund;
import com.servistech.erp.billing.refund.RefundView;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IGTF of what comes back, where the issuer gives it back: the worked example P15 and its neighbours. */
class IgtfOnReturnTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private Instant before;
    private Counter counter;

    @BeforeEach
    void aShopGivesItBack() {
        before = SHOP.clock.instant();
        counter = Counter.of("SPECIAL").with(Policy.IGTF_ON_RETURN, "REFUND");
        counter.as(Role.FRONT_DESK, s -> s.cash().open("Caja 1", Money.usd("0.00"), Money.ves("0.00")));
    }

    @AfterEach
    void theBooksAreTrue() {
        SHOP.clock.set(before);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void theReturnedCableTakesItsIgtfAlongAndTheRestGoesWithTheLastLine() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"), service("Cable", "12.00"));
        pay(invoice, Money.usd("133.82"));
        NoteView cable = credit(invoice, 1);
        assertThat(cable.total()).isEqualTo(Money.usd("13.92"));
        assertThat(cable.refundDue()).isEqualTo(Money.usd("14.34"));
        assertThat(cable.texts()).containsExactly("Se reintegra además IGTF percibido: USD 0,42, Bs 364,54");
        NoteView rest = credit(invoice, 0);
        assertThat(rest.refundDue()).as("116.00 and the 3.48 that are left").isEqualTo(Money.usd("119.48"));
        RefundView paid = refund(cable.id(), Money.usd("14.34"));
        assertThat(paid.due()).isEqualTo(Money.usd("0.00"));
        IgtfBook book = counter.as(Role.ACCOUNTANT, s -> s.billing().igtfBook(Fortnight.of("2026-10-1")));
        assertThat(book.total()).isEqualTo(Money.usd("0.00"));
        assertThat(book.totalVes()).isEqualTo(Money.ves("0.00"));
        assertThat(book.rows()).extracting(IgtfBook.Row::invoice).containsOnly(invoice.number());
    }

    @Test
    void ofAnInvoicePaidInBothCurrenciesItsShareGoesBack() {
        InvoiceView invoice = counter.issue(service("Servicio", "58.00"), service("Cable", "42.00"));
        pay(invoice, Money.usd("50.00"));
        pay(invoice, Money.ves("58851.61"));
        // 1.46 was perceived; 48.72 of 116.00 come back: 0.6131...
        assertThat(credit(invoice, 1).refundDue()).isEqualTo(Money.usd("49.33"));
    }

    @Test
    void whatWasNotPaidYetTakesNoIgtfBack() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"), service("Cable", "12.00"));
        pay(invoice, Money.usd("50.00"));
        assertThat(credit(invoice, 1).refundDue()).isEqualTo(Money.usd("0.00"));
    }

    private void pay(InvoiceView invoice, Money amount) {
        counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(amount)));
    }

    private NoteView credit(InvoiceView invoice, int line) {
        NewCreditNote input = new NewCreditNote(List.of(new NewCreditNote.Line(line, 1, false)), "No era el suyo");
        return counter.as(Role.MANAGER, s -> s.billing().credit(invoice.id(), input));
    }

    private RefundView refund(UUID note, Money amount) {
        NewRefund input = new NewRefund("CASH_USD", amount, null, null, "Caja 1");
        RefundView asked = counter.as(Role.FRONT_DESK, s -> s.billing().refund(note, input));
        return counter.as(Role.SUPERVISOR, s -> s.billing().approveRefund(asked.id()));
    }
}
