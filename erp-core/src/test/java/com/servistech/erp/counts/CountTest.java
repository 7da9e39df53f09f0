package com.servistech.erp.counts;

import static com.servistech.erp.testkit.Counter.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.NewLimit;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.AtOnce;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shelves are counted blind; differences are put right without losing what happened meanwhile. Each part costs 25.00. */
class CountTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final Counter counter = Counter.of("ORDINARY");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void whoCountsDoesNotSeeWhatIsExpectedUntilTheCountIsHandedIn() {
        UUID cable = counter.part(5);
        UUID count = open(cable);
        CountView.Line blind = counted(count, cable, 5).lines().get(0);
        assertThat(blind.counted()).isEqualTo(5);
        assertThat(blind.expected()).isNull();
        assertThat(blind.difference()).isNull();
        CountView closed = submit(count, null);
        assertThat(closed.status()).isEqualTo(CountStatus.CLOSED);
        assertThat(closed.lines().get(0).expected()).isEqualTo(5);
        assertThat(counter.onHand(cable)).isEqualTo(5);
    }

    @Test
    void aDifferenceAboveTheLimitWaitsForSomebodyWhoDidNotCount() {
        UUID cable = counter.part(5);
        UUID count = open(cable);
        counter.as(Role.MANAGER, s -> s.counts().count(count, cable, 4));
        CountView waiting = submit(count, "falta uno en la vitrina");
        assertThat(waiting.status()).isEqualTo(CountStatus.AWAITING_APPROVAL);
        assertThat(waiting.off()).isEqualTo(Money.usd("25.00"));
        assertThat(counter.onHand(cable)).isEqualTo(5);
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> counter.as(Role.WAREHOUSE, s -> s.counts().decide(count, true, null))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                                Forbidden.class,
                                () -> counter.as(Role.MANAGER, s -> s.counts().decide(count, true, null)))
                        .code())
                .isEqualTo("counts.same-person");

        UUID other = open(cable);
        counted(other, cable, 4);
        submit(other, "falta uno en la vitrina");
        CountView closed = counter.as(Role.MANAGER, s -> s.counts().decide(other, true, null));
        assertThat(closed.status()).isEqualTo(CountStatus.CLOSED);
        assertThat(closed.lines().get(0).value()).isEqualTo(Money.usd("-25.00"));
        assertThat(counter.onHand(cable)).isEqualTo(4);
        assertThat(catchThrowableOfType(
                                Conflict.class,
                                () -> counter.as(Role.MANAGER, s -> s.counts().decide(other, true, null)))
                        .code())
                .isEqualTo("counts.not-waiting");
    }

    @Test
    void tooMuchOfOneDoesNotMakeGoodWhatIsMissingOfAnother() {
        UUID cable = counter.part(5);
        UUID other = counter.part(5);
        UUID count = open(cable, other);
        counted(count, cable, 4);
        counted(count, other, 6);
        assertThat(submit(count, "cruzados").off()).isEqualTo(Money.usd("50.00"));
        CountView thrown = counter.as(Role.MANAGER, s -> s.counts().decide(count, false, "contar otra vez"));
        assertThat(thrown.status()).isEqualTo(CountStatus.DISCARDED);
        assertThat(counter.onHand(cable)).isEqualTo(5);
    }

    @Test
    void whatIsSoldAndReceivedBetweenCountingAndApprovalIsNotLost() {
        UUID cable = counter.part(10);
        UUID count = open(cable);
        counter.issue(part(cable, 2, "38.00"));
        // eight are written down and seven are there
        counted(count, cable, 7);
        counter.issue(part(cable, 3, "38.00"));
        receive(cable, 4);
        submit(count, "falta uno");
        counter.issue(part(cable, 1, "38.00"));
        counter.as(Role.MANAGER, s -> s.counts().decide(count, true, null));
        assertThat(counter.onHand(cable)).isEqualTo(10 - 2 - 1 - 3 + 4 - 1);
    }

    @Test
    void countsReceiptsAndSalesAtOnceAddUp() {
        UUID cable = counter.part(40);
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add(() -> {
                receive(cable, 3);
                return 3;
            });
            people.add(() -> {
                counter.issue(part(cable, 1, "38.00"));
                return -1;
            });
            people.add(() -> {
                UUID count = open(cable);
                // one less than what is written down at that moment, whatever that is
                return SHOP.work(Role.WAREHOUSE, counter.store, work -> {
                            int there = new com.servistech.erp.inventory.Inventory(work)
                                    .count(cable)
                                    .onHand();
                            new Counts(work).count(count, cable, there - 1);
                            return 0;
                        })
                        + approved(count);
            });
        }
        int moved = AtOnce.all(people).stream().mapToInt(Integer::intValue).sum();
        assertThat(moved).isEqualTo(10 * 3 - 10 - 10);
        assertThat(counter.onHand(cable)).isEqualTo(40 + moved);
    }

    @Test
    void aCountIsHandedInWhenEverythingIsCountedAndSaysWhySomethingDiffers() {
        UUID cable = counter.part(5);
        UUID other = counter.part(1);
        UUID count = counter.as(Role.WAREHOUSE, s -> s.counts().open(new NewCount("Todo", null)))
                .id();
        counted(count, cable, 5);
        assertThat(catchThrowableOfType(Conflict.class, () -> submit(count, null))
                        .code())
                .isEqualTo("counts.not-counted");
        counted(count, other, 3);
        counted(count, other, 2);
        assertThat(catchThrowableOfType(Invalid.class, () -> submit(count, null))
                        .problems()
                        .get(0)
                        .pointer())
                .isEqualTo("/reason");
        assertThat(submit(count, "había otro en el cajón").off()).isEqualTo(Money.usd("25.00"));
        assertThat(catchThrowableOfType(Conflict.class, () -> counted(count, cable, 1))
                        .code())
                .isEqualTo("counts.not-open");
    }

    @Test
    void whatTheStoreLetsOnePersonPutRightIsNotApproved() {
        UUID cable = counter.part(5);
        LocalDate tomorrow = LocalDate.of(2026, 10, 7);
        NewLimit limit = new NewLimit(Limit.COUNT_DIFFERENCE, Money.usd("25.00"), tomorrow, "Decisión de la dueña");
        counter.as(Role.MANAGER, s -> s.limits().set(limit));
        UUID today = open(cable);
        counted(today, cable, 4);
        assertThat(submit(today, "falta uno").status()).isEqualTo(CountStatus.AWAITING_APPROVAL);
        SHOP.clock.set(Instant.parse("2026-10-07T15:00:00Z"));
        UUID one = open(cable);
        counted(one, cable, 4);
        assertThat(submit(one, "falta uno").status()).isEqualTo(CountStatus.CLOSED);
        UUID two = open(cable);
        counted(two, cable, 2);
        assertThat(submit(two, "faltan dos").status()).isEqualTo(CountStatus.AWAITING_APPROVAL);
    }

    private int approved(UUID count) {
        submit(count, "falta uno");
        counter.as(Role.MANAGER, s -> s.counts().decide(count, true, null));
        return -1;
    }

    private void receive(UUID part, int quantity) {
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().move(new NewMovement(part, MovementKind.RECEIPT, quantity, null, "compra")));
    }

    private UUID open(UUID... parts) {
        return counter.as(Role.WAREHOUSE, s -> s.counts().open(new NewCount("Vitrina", List.of(parts))))
                .id();
    }

    private CountView counted(UUID count, UUID part, int pieces) {
        return counter.as(Role.WAREHOUSE, s -> s.counts().count(count, part, pieces));
    }

    private CountView submit(UUID count, String reason) {
        return counter.as(Role.WAREHOUSE, s -> s.counts().submit(count, reason));
    }
}
