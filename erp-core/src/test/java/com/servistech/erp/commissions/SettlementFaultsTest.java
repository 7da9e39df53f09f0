package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.inventory.PartType;
import com.servistech.erp.tenancy.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A settlement that is killed, done twice or by two at once says in the end what one that nobody disturbed says. */
class SettlementFaultsTest {

    private final Workshop shop = Workshop.open();
    private String undisturbed;

    @BeforeEach
    void someRepairsAndSales() {
        at("2026-10-13T10:00");
        UUID screen = shop.screen();
        UUID cover = shop.part(PartType.ACCESSORY, "5.00", "0.00", "0.00");
        for (int i = 0; i < 4; i++) {
            UUID order = shop.ready(screen);
            shop.deliver(order);
            shop.payAll(shop.invoice(
                    order,
                    service("1" + i + ".35"),
                    part(screen, "60.00"),
                    accessory(cover, shop.supervisor, "12.45")));
        }
        undisturbed = rehearsed();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
        assertThat(text()).isEqualTo(undisturbed);
    }

    @Test
    void aSettlementThatIsKilledInTheMiddleLeavesNothingAndTheNextOneDoesAllOfIt() throws Exception {
        ExecutorService job = Executors.newSingleThreadExecutor();
        try (Connection other = superuser()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                // its entries are written by then, and the books are what it comes to last
                statement.execute("lock table erp.commission_postings in exclusive mode");
                Future<Integer> killed = job.submit(() -> shop.settle("2026-10"));
                SHOP.awaitBlockedBackend();
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%commission_postings%' and pid <> pg_backend_pid()");
                assertThatThrownBy(killed::get).isNotNull();
            }
            other.rollback();
        } finally {
            job.shutdown();
        }
        assertThat(text()).isEmpty();
        assertThat(postings()).isZero();
        assertThat(shop.settle("2026-10")).isEqualTo(12);
    }

    @Test
    void doneTwiceItAddsNothingTheSecondTime() {
        assertThat(shop.settle("2026-10")).isEqualTo(12);
        int version =
                shop.as(Role.MANAGER, s -> s.commissions().period("2026-10")).version();
        int postings = postings();
        assertThat(shop.settle("2026-10")).isZero();
        assertThat(postings()).isEqualTo(postings).isEqualTo(2);
        assertThat(shop.as(Role.MANAGER, s -> s.commissions().period("2026-10")).version())
                .isEqualTo(version);
    }

    @Test
    void ofManyAtOnceOneSettlesAndTheOthersFindNothingLeft() throws Exception {
        List<String> outcomes =
                PeriodsTest.atOnce(Collections.nCopies(12, () -> String.valueOf(shop.settle("2026-10"))));
        assertThat(outcomes).filteredOn("12"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("0"::equals).hasSize(11);
    }

    /** What a settlement that nobody disturbs would write; undone. */
    private String rehearsed() {
        String[] said = new String[1];
        assertThatThrownBy(() -> SHOP.work(Role.MANAGER, shop.store, work -> {
                    new Commissions(work).settle("2026-10");
                    said[0] = text(work);
                    throw new IllegalStateException("only a rehearsal");
                }))
                .hasMessage("only a rehearsal");
        assertThat(said[0]).contains("GROSS_PROFIT", "UNIT", "ACCESSORIES");
        return said[0];
    }

    private String text() {
        return SHOP.work(Role.MANAGER, shop.store, this::text);
    }

    /** Everything that an entry says but its own id and the moment it was written. */
    private String text(com.servistech.erp.tenancy.Work work) {
        return work.sql().first(row -> row.text("said"), """
                        select coalesce(string_agg(concat_ws(' ', kind, basis, person_id, order_id, version, amount, earned_at, period, revenue, cost,
                                 base, rate, share, total, terms), E'\\n' order by order_id, person_id, basis, version), '') said
                          from erp.commission_entries where store_id = ?
                        """, shop.store).orElseThrow();
    }

    private int postings() {
        return SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> work.sql()
                        .first(
                                row -> row.integer("n"),
                                "select count(*)::int n from erp.commission_postings where store_id = ?",
                                shop.store)
                        .orElseThrow());
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(SHOP.url(), "postgres", SHOP.stack().superuserPassword());
    }
}
