package com.servistech.erp.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts worked out by hand and by script for the rules of rounding. */
class TotalsTest {

    private static final BigDecimal RATE = new BigDecimal("872.3927");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);

    @Test
    void ivaIsRoundedOncePerRateInEachCurrency() {
        Totals battery = totals(List.of("45.00"), List.of(Tax.GENERAL), "0.00");
        assertThat(battery.total()).isEqualTo(Money.usd("52.20"));
        assertThat(battery.netVes()).isEqualTo(Money.ves("39257.67"));
        assertThat(battery.ivaVes()).isEqualTo(Money.ves("6281.23"));
        assertThat(battery.totalVes()).isEqualTo(Money.ves("45538.90"));
    }

    @Test
    void theDocumentsDiscountIsSpreadByLargestRemainderBeforeTaxes() {
        Totals totals =
                totals(List.of("33.33", "19.99", "7.50"), List.of(Tax.GENERAL, Tax.GENERAL, Tax.EXEMPT), "5.00");
        assertThat(totals.nets()).containsExactly(Money.usd("30.59"), Money.usd("18.35"), Money.usd("6.88"));
        assertThat(totals.iva()).isEqualTo(Money.usd("7.83"));
        assertThat(totals.total()).isEqualTo(Money.usd("63.65"));
        assertThat(totals.totalVes()).isEqualTo(Money.ves("55528.14"));
    }

    @Test
    void whateverIsSoldTheLinesTheTaxesAndTheDiscountAddUp() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            List<String> nets = new ArrayList<>();
            List<Tax> taxes = new ArrayList<>();
            int lines = 1 + random.nextInt(6);
            for (int i = 0; i < lines; i++) {
                nets.add(BigDecimal.valueOf(1 + random.nextInt(50_000), 2).toPlainString());
                taxes.add(Tax.values()[random.nextInt(3)]);
            }
            Totals totals = totals(
                    nets,
                    taxes,
                    BigDecimal.valueOf(random.nextInt(100), 2).toPlainString().replaceAll("^$", "0.00"));
            assertThat(totals.subtotal().minus(totals.discount()).plus(totals.iva()))
                    .isEqualTo(totals.total());
        }
    }

    @Test
    void aSpecialTaxpayersDollarsHoldTheirIgtfAndTheRestInBolivaresMakesTheTotalExact() {
        Application.Debt debt = debt("116.00", "101197.55", "0.00", RATE);
        Application fifty = Application.of(Money.usd("50.00"), debt, true);
        assertThat(fifty.applied()).isEqualByComparingTo("48.54");
        assertThat(fifty.igtf()).isEqualTo(Money.usd("1.46"));
        Application.Debt rest = new Application.Debt(
                debt.debt().less(fifty.applied()), debt.totalVes(), fifty.releasedVes(), RATE, RATE);
        assertThat(rest.debt().shown()).isEqualTo(Money.usd("67.46"));
        assertThat(rest.dueVes()).isEqualTo(Money.ves("58851.61"));
        Application closing = Application.of(Money.ves("58851.61"), rest, true);
        assertThat(closing.applied()).isEqualByComparingTo("67.46");
        assertThat(closing.left().isZero()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.17, 0.16, 0.00, 0.01",
        "1.20, 1.16, 0.03, 0.01",
        "10.13, 9.83, 0.29, 0.01",
        "20.00, 19.42, 0.58, 0.00",
        "30.00, 29.13, 0.87, 0.00"
    })
    void igtfIsTheLargestThatFitsIntoWhatIsHandedOver(String tendered, String base, String igtf, String left) {
        Application done = Application.of(Money.usd(tendered), debt("1000.00", "872392.70", "0.00", RATE), true);
        assertThat(done.applied()).isEqualByComparingTo(base);
        assertThat(done.igtf()).isEqualTo(Money.usd(igtf));
        assertThat(done.left()).isEqualTo(Money.usd(left));
    }

    @Test
    void bolivaresOfAnotherDayTakeTheDebtAtThatDaysRate() {
        BigDecimal later = new BigDecimal("876.7976");
        Application.Debt debt = debt("116.00", "101197.55", "0.00", later);
        assertThat(debt.dueVes()).isEqualTo(Money.ves("101708.52"));
        Application part = Application.of(Money.ves("10000.00"), debt, false);
        assertThat(part.applied()).isEqualByComparingTo("11.40514071");
        Application all = Application.of(Money.ves("101708.52"), debt, false);
        assertThat(all.applied()).isEqualByComparingTo("116");
        assertThat(all.releasedVes()).isEqualTo(Money.ves("101197.55"));
    }

    private static Application.Debt debt(String usd, String totalVes, String released, BigDecimal dayRate) {
        return new Application.Debt(
                OpenDebt.of(Money.usd(usd)), Money.ves(totalVes), Money.ves(released), RATE, dayRate);
    }

    private static Totals totals(List<String> nets, List<Tax> taxes, String discount) {
        return new Totals(
                nets.stream().map(net -> Money.of(net, Currency.USD)).toList(), taxes, Money.usd(discount), RATE, DAY);
    }
}
