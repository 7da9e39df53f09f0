package com.servistech.erp.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.inventory.PlainShelves.Cents;
import com.servistech.erp.kit.ShopYear;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A year of random days of two shops: what they hold, what it is worth and what was sold cost, in the ledger of stock, in
 * the valuation of any day and in the books, is what plain arithmetic says, to the cent and in both currencies.
 */
class YearOfStockTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final long SEED = Long.getLong("year.seed", 20_261_124L);
    private static final LocalDate FROM = LocalDate.of(2022, 1, 3);
    private static final int PARTS = 8;

    @AfterAll
    static void backToTheDaysOfTheOtherTests() {
        SHOP.clock.set(java.time.Instant.parse("2026-11-24T14:00:00Z"));
    }

    @Test
    void aYearLaterEveryCentIsWherePlainArithmeticSays() {
        ShopPlayer player = new ShopPlayer(PARTS, FROM);
        Map<LocalDate, List<Cents>> ends = new LinkedHashMap<>();
        for (ShopYear.Day day : ShopYear.of(SEED, FROM, 365, PARTS, 2)) {
            player.begin(day.date());
            day.wishes().forEach(player::play);
            if (day.date().plusDays(1).getDayOfMonth() == 1) {
                ends.put(
                        day.date(),
                        List.of(player.plain(0).worth(), player.plain(1).worth()));
            }
        }
        assertThat(SHOP.brokenInvariants()).as("seed " + SEED).isEmpty();
        assertThat(player.granted())
                .as("what could be done of each kind")
                .allSatisfy((kind, times) -> assertThat(times).as(kind).isGreaterThan(8));
        assertThat(player.granted()).hasSize(7);
        for (int shop = 0; shop < 2; shop++) {
            for (int part = 0; part < PARTS; part++) {
                assertThat(player.onHand(shop, part))
                        .isEqualTo(player.plain(shop).pieces(part));
            }
            assertThat(player.costOfSales(shop)).isEqualTo(player.plain(shop).costOfSales());
            int which = shop;
            ends.forEach((day, worth) -> {
                StockValuation said =
                        player.as(which, Role.ACCOUNTANT, s -> s.inventory().valuation(day));
                assertThat(cents(said.value(), said.valueVes()))
                        .as("shop %d on %s, seed %d", which, day, SEED)
                        .isEqualTo(worth.get(which));
                assertThat(cents(said.booked(), said.bookedVes())).isEqualTo(worth.get(which));
                assertThat(said.inTransit().isZero()).isTrue();
            });
        }
    }

    static Cents cents(com.servistech.erp.money.Money usd, com.servistech.erp.money.Money ves) {
        return new Cents(usd.amount().unscaledValue(), ves.amount().unscaledValue());
    }
}
