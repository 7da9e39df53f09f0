package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.cash.CashCount;
import com.servistech.erp.cash.NewCount;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.ledger.JournalEntryView;
import com.servistech.erp.ledger.JournalQuery;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.NewIgtfRule;
import com.servistech.erp.treasury.NewPaymentMethod;
import com.servistech.erp.treasury.NewShopAccount;
import com.servistech.erp.treasury.ShopAccount;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What customers pay, on a real database, at an ordinary counter and at a special taxpayer's. */
class PaymentTest extends AtTheTill {

    @Test
    void aSpecialTaxpayerIsPaidInDollarsAndTheComplementInBolivares() {
        UUID session = SPECIAL.open("0.00", "0.00");
        InvoiceView invoice = SPECIAL.invoice("100.00");
        PaymentView cash = SPECIAL.pay(invoice.id(), NewPayment.cash(Money.usd("50.00")));
        assertThat(cash.applied()).isEqualTo(Money.usd("48.54"));
        assertThat(cash.igtf()).isEqualTo(Money.usd("1.46"));
        assertThat(cash.igtfVes()).isEqualTo(Money.ves("1273.69"));
        assertThat(cash.balance()).isEqualTo(Money.usd("67.46"));
        assertThat(cash.balanceVes()).isEqualTo(Money.ves("58851.61"));
        PaymentView rest = SPECIAL.arrived(invoice.id(), Till.mobile(Money.ves("58851.61")));
        assertThat(rest.status()).isEqualTo("PAID");
        assertThat(rest.igtf().isZero()).isTrue();
        assertThat(SPECIAL.held(session).usd()).as("the IGTF is in the drawer").isEqualTo(Money.usd("50.00"));
        assertThat(entry(SPECIAL, cash.id()).lines())
                .extracting(JournalEntryView.Line::account)
                .containsExactlyInAnyOrder("CASH_USD", "RECEIVABLE", "IGTF_PAYABLE");
        List<PaymentView> payments = SHOP.as(
                        Role.ACCOUNTANT, SHOP.mcb, s -> s.billing().payments(invoice.id(), Page.Request.first()))
                .items();
        assertThat(payments).extracting(PaymentView::id).containsExactlyInAnyOrder(rest.id(), cash.id());
    }

    @Test
    void anOrdinaryTaxpayerPerceivesNothing() {
        ORDINARY.open("0.00", "0.00");
        InvoiceView invoice = ORDINARY.invoice("45.00");
        PaymentView paid = ORDINARY.pay(invoice.id(), NewPayment.cash(Money.usd("52.20")));
        assertThat(paid.igtf().isZero()).isTrue();
        assertThat(paid.status()).isEqualTo("PAID");
    }

    @Test
    void theDrawerOfTheWorkedExampleIsADollarShort() {
        UUID session = SPECIAL.open("100.00", "5000.00");
        PaymentView p13 = SPECIAL.pay(
                SPECIAL.invoice("100.00").id(),
                NewPayment.cash(Money.usd("140.00")).changeInKind(Money.usd("20.00")));
        assertThat(p13.change()).isEqualTo(Money.usd("20.52"));
        assertThat(p13.changes()).containsExactly(Money.usd("20.00"), Money.ves("453.64"));
        PaymentView p12 = SPECIAL.pay(
                SPECIAL.invoice("100.00").id(),
                NewPayment.cash(Money.usd("120.00")).keepingChange());
        assertThat(p12.igtf()).isEqualTo(Money.usd("3.48"));
        assertThat(p12.credit()).isEqualTo(Money.usd("0.52"));
        assertThat(p12.changes()).isEmpty();
        CashCount count = SHOP.as(
                Role.FRONT_DESK,
                SHOP.mcb,
                s -> s.cash()
                        .close(
                                session,
                                new NewCount(Money.usd("339.00"), Money.ves("4546.36"), "Falta un dólar", List.of())));
        assertThat(count.expected().usd()).isEqualTo(Money.usd("340.00"));
        assertThat(count.expected().ves()).isEqualTo(Money.ves("4546.36"));
        assertThat(count.difference().usd()).isEqualTo(Money.usd("-1.00"));
    }

    @Test
    void changeForBolivaresMayBeDollarsAndTheRestCoins() {
        UUID session = ORDINARY.open("10.00", "0.00");
        InvoiceView invoice = ORDINARY.invoice("1.00");
        PaymentView paid =
                ORDINARY.pay(invoice.id(), NewPayment.cash(Money.ves("2000.00")).changeInKind(Money.ves("0.00")));
        // 1.16 dollars are Bs 1,011.97; of the 988.03 too much 1.13 dollars are 985.80, and 2.22 are coins
        assertThat(paid.change()).isEqualTo(Money.ves("988.03"));
        assertThat(paid.changes()).containsExactly(Money.ves("2.22"), Money.usd("1.13"));
        assertThat(ORDINARY.held(session).usd()).isEqualTo(Money.usd("8.87"));
        assertThat(ORDINARY.held(session).ves()).isEqualTo(Money.ves("1997.78"));
    }

    @Test
    void aDrawerWithoutBolivaresGivesNoneAsChangeAndTakesNothing() {
        UUID session = SPECIAL.open("0.00", "0.00");
        InvoiceView invoice = SPECIAL.invoice("100.00");
        NewPayment payment = NewPayment.cash(Money.usd("140.00")).changeInKind(Money.usd("20.00"));
        assertThatThrownBy(() -> SPECIAL.pay(invoice.id(), payment))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("cash.not-enough"));
        assertThat(SPECIAL.held(session).usd()).isEqualTo(Money.usd("0.00"));
    }

    @Test
    void aDebtInDollarsPaidAWeekLaterInTwoPartsGainsByExchangeToTheCent() {
        InvoiceView invoice = ORDINARY.invoice("100.00");
        Till.on(Till.WEEK_LATER);
        PaymentView first = ORDINARY.arrived(invoice.id(), Till.mobile(Money.ves("50000.00")));
        assertThat(first.rate().rate()).isEqualByComparingTo(Till.R2);
        assertThat(first.balanceVes()).isEqualTo(Money.ves("51708.52"));
        PaymentView second = ORDINARY.arrived(invoice.id(), Till.mobile(Money.ves("51708.52")));
        assertThat(second.status()).isEqualTo("PAID");
        assertThat(List.of(exchange(first.id()), exchange(second.id())))
                .containsExactly(Money.ves("251.19"), Money.ves("259.78"));
    }

    @Test
    void aPaymentThatIsReportedLateKeepsTheRateOfTheDayOnWhichTheMoneyMoved() {
        InvoiceView invoice = ORDINARY.invoice("100.00");
        NewPayment paidThen = Till.mobile(Money.ves("101197.55"));
        Till.on(Till.WEEK_LATER);
        PaymentView paid = ORDINARY.arrived(invoice.id(), paidThen);
        assertThat(paid.rate().valueDate()).isEqualTo(Till.DAY);
        assertThat(paid.status()).isEqualTo("PAID");
        assertThat(exchange(paid.id())).isEqualTo(Money.ves("0.00"));
    }

    @Test
    void aHundredTillsAtOnceNeverPayAnInvoiceTwice() throws Exception {
        ORDINARY.open("0.00", "0.00");
        InvoiceView invoice = ORDINARY.invoice("50.00");
        Callable<String> oneDollar = () -> {
            try {
                return ORDINARY.pay(invoice.id(), NewPayment.cash(Money.usd("1.00")))
                        .state();
            } catch (ErpException e) {
                return e.code();
            }
        };
        List<String> answers = Till.atOnce(java.util.Collections.nCopies(100, oneDollar));
        assertThat(answers).filteredOn("CONFIRMED"::equals).hasSize(58);
        assertThat(answers).filteredOn("invoices.paid"::equals).hasSize(42);
    }

    @Test
    void aReversedPaymentIsOwedAgainItsCashIsGivenBackAndItsReferenceIsFree() {
        UUID session = SPECIAL.open("0.00", "1000.00");
        InvoiceView invoice = SPECIAL.invoice("100.00");
        PaymentView cash =
                SPECIAL.pay(invoice.id(), NewPayment.cash(Money.usd("140.00")).changeInKind(Money.usd("20.00")));
        NewPayment mobile = Till.mobile(Money.ves("500.00"));
        assertThat(cash.status()).isEqualTo("PAID");
        SHOP.as(
                Role.SUPERVISOR,
                SHOP.mcb,
                s -> s.cash()
                        .open("Caja " + session.toString().substring(0, 8), Money.usd("200.00"), Money.ves("0.00")));
        PaymentView reversed =
                SHOP.as(Role.SUPERVISOR, SHOP.mcb, s -> s.billing().reverse(cash.id(), "Se cobró a otro cliente"));
        assertThat(reversed.state()).isEqualTo("REVERSED");
        assertThat(reversed.balance()).isEqualTo(Money.usd("116.00"));
        assertThat(reversed.balanceVes()).isEqualTo(Money.ves("101197.55"));
        assertThat(reversed.status()).isEqualTo("PENDING");
        assertThatThrownBy(() ->
                        SHOP.as(Role.SUPERVISOR, SHOP.mcb, s -> s.billing().reverse(cash.id(), "Otra vez lo mismo")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.reversed"));

        PaymentView confirmed = SPECIAL.arrived(invoice.id(), mobile);
        InvoiceView other = SPECIAL.invoice("100.00");
        assertThatThrownBy(() -> SPECIAL.pay(other.id(), mobile)).isInstanceOf(Conflict.class);
        SHOP.as(Role.SUPERVISOR, SHOP.mcb, s -> s.billing().reverse(confirmed.id(), "Era de otra factura"));
        assertThat(SPECIAL.arrived(other.id(), mobile).applied()).isEqualTo(Money.usd("0.57"));
    }

    @Test
    void aMethodThatNoReleaseKnowsIsTakenByItsRowAlone() {
        SHOP.system(s -> s.treasury()
                .add(new NewPaymentMethod(
                        "RESERVE",
                        Family.ELECTRONIC,
                        "Reserve",
                        "Reserve",
                        Currency.USDT,
                        List.of("reference", "payer"),
                        "WALLET_USDT",
                        new NewIgtfRule(true, Till.DAY, "SENIAT, 2022, según la prensa"))));
        InvoiceView invoice = SPECIAL.invoice("100.00");
        Money usdt = Money.of("30.00", Currency.USDT);
        assertThatThrownBy(() -> SPECIAL.pay(invoice.id(), NewPayment.of("RESERVE", usdt, PaymentData.none())))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/reference", "/payer"));
        PaymentView paid = SPECIAL.arrived(
                invoice.id(), NewPayment.of("RESERVE", usdt, PaymentData.network("Ana Pérez", Till.reference(), null)));
        assertThat(paid.igtf()).isEqualTo(Money.usd("0.87"));
        assertThat(paid.balanceVes()).isEqualTo(Money.ves("75784.75"));
        assertThat(entry(SPECIAL, paid.id()).lines())
                .extracting(JournalEntryView.Line::account)
                .contains("WALLET_USDT");
    }

    @Test
    void aBankThatIsNoneAndAnAccountThatIsNotOursAreSaidWhereTheyStand() {
        InvoiceView invoice = SPECIAL.invoice("10.00");
        PaymentData unknown = PaymentData.mobile("0106", "123", "R1", Till.WEEK_LATER);
        assertThatThrownBy(() -> SPECIAL.pay(invoice.id(), NewPayment.of("PAGO_MOVIL", Money.ves("100.00"), unknown)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactlyInAnyOrder("/bankCode", "/phone", "/reference", "/paidOn"));
        ShopAccount account = SHOP.as(
                Role.MANAGER,
                SHOP.mcb,
                s -> s.treasury()
                        .open(new NewShopAccount(
                                "Mercantil " + UUID.randomUUID(),
                                Currency.VES,
                                List.of("TRANSFER"),
                                "0105",
                                "01050000000000000001",
                                "ServisTech Zulia C.A.",
                                "BANK_VES")));
        NewPayment transfer = NewPayment.of(
                "TRANSFER",
                Money.ves("100.00"),
                new PaymentData(Till.reference(), "0134", null, null, Till.DAY, null, null, null, null, null, null));
        assertThat(SPECIAL.pay(invoice.id(), transfer).accountId())
                .as("there is only one")
                .isEqualTo(account.id());
        SHOP.as(Role.MANAGER, SHOP.mcb, s -> s.treasury().change(account.id(), 1, account.name(), false));
    }

    private static Money exchange(UUID payment) {
        return entry(ORDINARY, payment).lines().stream()
                .filter(line -> line.account().equals("EXCHANGE_DIFFERENCE"))
                .map(line -> line.creditVes().minus(line.debitVes()))
                .reduce(Money.ves("0.00"), Money::plus);
    }

    private static JournalEntryView entry(Till counter, UUID document) {
        return SHOP.as(
                        Role.ACCOUNTANT,
                        counter.store,
                        s -> s.books()
                                .journal(new JournalQuery(
                                        Month.of("2026-10"), null, document, new Page.Request(10, null))))
                .items()
                .get(0);
    }
}
