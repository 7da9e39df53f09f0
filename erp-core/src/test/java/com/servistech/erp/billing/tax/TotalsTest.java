package com.servistech.erp.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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

    private static Totals totals(List<String> nets, List<Tax> taxes, String discount) {
        return new Totals(
                nets.stream().map(net -> Money.of(net, Currency.USD)).toList(), taxes, Money.usd(discount), RATE, DAY);
    }
}
