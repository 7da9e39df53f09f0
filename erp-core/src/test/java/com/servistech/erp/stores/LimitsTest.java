package com.servistech.erp.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cash.NewCount;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Up to where one person may act alone: a standard, or what the store set from a day on. */
class LimitsTest {

    private final Counter counter = Counter.of("ORDINARY");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void aStoreThatSetNothingHasTheStandards() {
        List<LimitCard> limits = counter.as(Role.ACCOUNTANT, s -> s.limits().list());
        assertThat(limits)
                .containsExactly(
                        new LimitCard(Limit.CASH_DIFFERENCE, Money.usd("5.00"), null, null),
                        new LimitCard(Limit.COUNT_DIFFERENCE, Money.usd("20.00"), null, null),
                        new LimitCard(Limit.REFUND_ALONE, Money.usd("0.00"), null, null));
    }

    @Test
    void aDifferenceIsApprovedAboveTheStoresOwnLimitFromItsDayOn() {
        set("0.50", tomorrow());
        assertThat(difference("1.00")).isEqualTo("CLOSED");
        Counter.weekLater();
        assertThat(difference("1.00")).isEqualTo("AWAITING_APPROVAL");
        assertThat(difference("0.50")).isEqualTo("CLOSED");
        assertThat(counter.sister()
                        .as(Role.MANAGER, s -> s.limits().list())
                        .get(0)
                        .amount())
                .as("of this store alone")
                .isEqualTo(Money.usd("5.00"));
    }

    @Test
    void nobodyRaisesALimitForTodayOrTwiceForOneDayAndNoCashierAtAll() {
        assertThatThrownBy(() -> set("100.00", tomorrow().minusDays(1)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).pointer()).isEqualTo("/validFrom"));
        assertThatThrownBy(() -> set("-1.00", tomorrow())).isInstanceOf(Invalid.class);
        set("10.00", tomorrow());
        assertThatThrownBy(() -> set("20.00", tomorrow()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("limits.day-taken"));
        NewLimit limit = new NewLimit(Limit.REFUND_ALONE, Money.usd("10.00"), tomorrow(), "Porque sí");
        assertThatThrownBy(() -> counter.as(Role.SUPERVISOR, s -> s.limits().set(limit)))
                .isInstanceOf(Forbidden.class);
    }

    private LocalDate tomorrow() {
        return counter.as(Role.MANAGER, s -> s.today()).plusDays(1);
    }

    private void set(String usd, LocalDate from) {
        NewLimit limit = new NewLimit(Limit.CASH_DIFFERENCE, Money.usd(usd), from, "Decisión de la dueña");
        counter.as(Role.MANAGER, s -> s.limits().set(limit));
    }

    private String difference(String usd) {
        String register = UUID.randomUUID().toString();
        UUID session = counter.as(Role.FRONT_DESK, s -> s.cash().open(register, Money.usd("20.00"), Money.ves("0.00")))
                .id();
        NewCount count =
                new NewCount(Money.usd("20.00").minus(Money.usd(usd)), Money.ves("0.00"), "No aparece", List.of());
        return counter.as(Role.FRONT_DESK, s -> s.cash().close(session, count)).state();
    }
}
