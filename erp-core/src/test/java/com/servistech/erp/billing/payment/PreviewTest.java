package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Role;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the screen is told is what the payment does. */
class PreviewTest extends AtTheTill {

    @Test
    void thePreviewAndThePaymentAreOneFunction() {
        SplittableRandom random = new SplittableRandom(5);
        SPECIAL.open("1000.00", "900000.00");
        for (int i = 0; i < 40; i++) {
            InvoiceView invoice = SPECIAL.invoice("%d.%02d".formatted(1 + random.nextInt(60), random.nextInt(100)));
            boolean dollars = random.nextBoolean();
            Money amount = dollars
                    ? Money.usd("%d.%02d".formatted(1 + random.nextInt(90), random.nextInt(100)))
                    : Money.ves("%d.%02d".formatted(1 + random.nextInt(90_000), random.nextInt(100)));
            NewPayment payment = NewPayment.cash(amount);
            PaymentPreview said = SPECIAL.preview(invoice.id(), payment);
            PaymentView done = SPECIAL.pay(invoice.id(), payment);
            assertThat(new Object[] {
                        done.applied(),
                        done.igtf(),
                        done.igtfVes(),
                        done.change(),
                        done.changes(),
                        done.credit(),
                        done.balance(),
                        done.balanceVes(),
                        done.status().equals("PAID")
                    })
                    .containsExactly(
                            said.applied(),
                            said.igtf(),
                            said.igtfVes(),
                            said.change(),
                            said.changes(),
                            said.credit(),
                            said.balance(),
                            said.balanceVes(),
                            said.closes());
        }
    }

    @Test
    void thePreviewSaysWhatPutsFiftyOfTheBillOnCash() {
        InvoiceView invoice = SPECIAL.invoice("100.00");
        PaymentPreview said = SHOP.as(
                Role.FRONT_DESK,
                SHOP.mcb,
                s -> s.billing()
                        .preview(
                                invoice.id(), NewPayment.of("CASH_USD", null, PaymentData.none()), Money.usd("50.00")));
        assertThat(said.amount()).isEqualTo(Money.usd("51.50"));
        assertThat(said.balanceVes()).isEqualTo(Money.ves("57577.91"));
        assertThat(said.toClose()).isEqualTo(Money.usd("119.48"));
    }

    @Test
    void moneyThatMovedAWeekAgoIsSaidAtTheRateOfThatDayAsItIsThenTaken() {
        Till.on(Till.WEEK_LATER);
        InvoiceView invoice = SPECIAL.invoice("100.00");
        // of 116 dollars 50,000.00 / 872.3927 = 57.31363799 are paid, and the rest is due at 876.7976 today
        NewPayment reported = NewPayment.of(
                "PAGO_MOVIL",
                Money.ves("50000.00"),
                PaymentData.mobile("0102", "0414-1234567", Till.reference(), Till.DAY));
        PaymentPreview said = SPECIAL.preview(invoice.id(), reported);
        assertThat(said.rate()).isEqualByComparingTo(Till.R1);
        assertThat(said.applied()).isEqualTo(Money.usd("57.31"));
        assertThat(said.toClose()).isEqualTo(Money.ves("101197.55"));
        PaymentView done = SPECIAL.arrived(invoice.id(), reported);
        assertThat(said.applied()).isEqualTo(done.applied());
        assertThat(said.balance()).isEqualTo(done.balance()).isEqualTo(Money.usd("58.69"));
        assertThat(said.balanceVes()).isEqualTo(done.balanceVes());
    }

    @Test
    void moneyThatIsToMoveTomorrowIsRefusedWithoutAPreview() {
        InvoiceView invoice = SPECIAL.invoice("100.00");
        NewPayment tomorrow = NewPayment.of(
                "ZELLE", Money.usd("10.00"), PaymentData.network("Ana Pérez", Till.reference(), Till.DAY.plusDays(1)));
        assertThatThrownBy(() -> SPECIAL.preview(invoice.id(), tomorrow))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/paidOn"));
    }

    @Test
    void whatTheIssuerIsDecidesAndNotTheMethod() {
        StoreCard special = SHOP.as(Role.MANAGER, SHOP.mcb, s -> s.stores().current());
        assertThat(special.issuer().regime()).isEqualTo("SPECIAL");
        NewPayment zelle = NewPayment.of(
                "ZELLE", Money.usd("10.00"), PaymentData.network("Ana Pérez", Till.reference(), Till.DAY));
        assertThat(SPECIAL.preview(SPECIAL.invoice("76.25").id(), zelle).toClose())
                .isEqualTo(Money.usd("91.10"));
        assertThat(ORDINARY.preview(ORDINARY.invoice("76.25").id(), zelle).toClose())
                .isEqualTo(Money.usd("88.45"));
    }
}
