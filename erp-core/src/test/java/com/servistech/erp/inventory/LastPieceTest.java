package com.servistech.erp.inventory;

import static com.servistech.erp.testkit.Counter.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.AtOnce;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many tills at once on a real database: nothing is sold twice and nothing is lost. */
class LastPieceTest {

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
    void aHundredSalesOfTheLastPieceSellOne() {
        UUID cable = counter.part(1);
        NewInvoice invoice = counter.invoice(null, part(cable, 1, "38.00"));
        Callable<String> sale = () -> {
            try {
                return counter.as(Role.FRONT_DESK, s -> s.billing().issue(invoice))
                        .number();
            } catch (Conflict e) {
                return e.code();
            }
        };
        List<String> answers = AtOnce.all(Collections.nCopies(100, sale));
        assertThat(answers).filteredOn("inventory.insufficient-stock"::equals).hasSize(99);
        assertThat(counter.onHand(cable)).isZero();
        // the invoices that were refused took no number
        assertThat(counter.issue(Counter.service("Limpieza", "5.00")).number()).endsWith("-00000002");
    }

    @Test
    void receiptsAtDifferentCostsAndSalesAtOnceLoseNoCent() {
        UUID cable = counter.part(50);
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Money paid = Money.usd(i + ".37");
            people.add(() -> {
                counter.as(
                        Role.WAREHOUSE,
                        s -> s.inventory().move(new NewMovement(cable, MovementKind.RECEIPT, 3, paid, "compra")));
                return 3;
            });
            people.add(() -> {
                counter.issue(part(cable, 2, "38.00"));
                return -2;
            });
        }
        int moved = AtOnce.all(people).stream().mapToInt(Integer::intValue).sum();
        assertThat(counter.onHand(cable)).isEqualTo(50 + moved);
        StockValuation worth = counter.as(Role.MANAGER, s -> s.inventory().valuation(null));
        assertThat(worth.booked()).isEqualTo(worth.value());
        assertThat(worth.bookedVes()).isEqualTo(worth.valueVes());
        counter.issue(part(cable, 50 + moved, "38.00"));
        assertThat(counter.as(Role.MANAGER, s -> s.inventory().valuation(null)).booked())
                .isEqualTo(Money.usd("0.00"));
    }

    @Test
    void invoicesThatTakeTheSamePartsInAnotherOrderNeverWaitForEachOtherForGood() {
        UUID one = counter.part(100);
        UUID two = counter.part(100);
        UUID three = counter.part(100);
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            NewInvoice.Line[] lines = {part(one, 1, "38.00"), part(two, 1, "38.00"), part(three, 1, "38.00")};
            Collections.rotate(java.util.Arrays.asList(lines), i);
            people.add(() -> counter.issue(lines).status());
        }
        assertThat(AtOnce.all(people)).containsOnly("PENDING");
        assertThat(counter.onHand(one)).isEqualTo(70);
    }
}
