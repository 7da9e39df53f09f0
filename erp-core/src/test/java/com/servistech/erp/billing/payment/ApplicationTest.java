package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an amount does to a debt, worked out by hand and by script. */
class ApplicationTest {

    private static final BigDecimal RATE = new BigDecimal("872.3927");

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
}
