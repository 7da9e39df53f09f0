package com.servistech.erp.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books: balanced, never changed, closed by the month. In the years before the shop, so that no other test minds. */
class LedgerTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;
    private static final StoreId VLN = SHOP.vln;
    private Instant before;

    @BeforeEach
    void rememberTheDay() {
        before = SHOP.clock.instant();
    }

    @AfterEach
    void theBooksAreTrue() {
        SHOP.clock.set(before);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void anEntryThatDoesNotBalanceIsRefusedByTheCoreAndByTheDatabase() {
        JournalEntry crooked = new JournalEntry("TEST", UUID.randomUUID())
                .debit(Account.BANK_VES, Money.ves("10.00"), Money.ves("10.00"))
                .credit(Account.SAFE_VES, Money.ves("9.99"), Money.ves("9.99"));
        assertThatThrownBy(() -> post(crooked)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SHOP.work(Role.FRONT_DESK, VLN, work -> {
                    UUID id = new Ledger(work).post(moved("10.00"));
                    return work.sql()
                            .update(
                                    "insert into erp.journal_lines (store_id, id, entry_id, position, account, currency, amount, ves)"
                                            + " values (?, ?, ?, 9, 'BANK_VES', 'VES', 0.01, 0.01)",
                                    VLN,
                                    work.newId(),
                                    id);
                }))
                .hasStackTraceContaining("does not add up to zero");
    }

    @Test
    void anEntryIsNeverChangedAndNotEvenByTheOwnerOfTheTables() throws SQLException {
        UUID entry = post(moved("12.00"));
        for (String change : new String[] {"update erp.journal_lines set ves = 1", "delete from erp.journal_lines"}) {
            assertThatThrownBy(() -> SHOP.work(
                            Role.ACCOUNTANT, VLN, work -> work.sql().update(change + " where entry_id = ?", entry)))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> SHOP.asSuperuser("set role erp_owner; " + change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void theTrialBalanceOfAMonthCarriesTheOneBeforeAndAddsUp() {
        on("2019-03-10");
        TrialBalance untouched = SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().trialBalance(Month.of("2019-03")));
        assertThat(untouched.rows()).isEmpty();
        post(CCS, moved("100.00"));
        on("2019-04-10");
        post(CCS, moved("30.00"));
        post(
                CCS,
                new JournalEntry("TEST", UUID.randomUUID())
                        .debit(Account.BANK_USD, Money.usd("2.00"), Money.ves("7.00"))
                        .credit(Account.BANK_VES, Money.ves("6.99"), Money.ves("6.99"))
                        .rest(Account.EXCHANGE_DIFFERENCE));

        TrialBalance april = SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().trialBalance(Month.of("2019-04")));
        assertThat(april.debitVes()).isEqualTo(Money.ves("37.00")).isEqualTo(april.creditVes());
        assertThat(april.rows())
                .filteredOn(row -> row.account().equals("BANK_VES"))
                .singleElement()
                .satisfies(cash -> {
                    assertThat(cash.opening()).isEqualTo(Money.ves("100.00"));
                    assertThat(cash.debit()).isEqualTo(Money.ves("30.00"));
                    assertThat(cash.credit()).isEqualTo(Money.ves("6.99"));
                    assertThat(cash.closing()).isEqualTo(Money.ves("123.01"));
                });
        assertThat(april.rows()).extracting(TrialBalance.Row::closingVes).contains(Money.ves("-0.01"));

        String csv = SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().trialBalanceCsv(Month.of("2019-04")));
        assertThat(csv.lines())
                .contains("1.1.06,Bancos en bolívares,VES,100.00,30.00,6.99,123.01,100.00,30.00,6.99,123.01");
        String journal = SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().journalCsv(all("2019-04")));
        assertThat(journal.lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("Bancos en dólares,USD,2.00,0.00,7.00,0.00"));
        assertThat(SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().journal(all("2019-04")))
                        .items())
                .hasSize(2)
                .extracting(JournalEntryView::kind)
                .containsOnly("TEST");
    }

    @Test
    void theSisterStoresBooksAreItsOwn() {
        on("2019-05-10");
        post(moved("55.00"));
        assertThat(SHOP.as(Role.ACCOUNTANT, CCS, s -> s.books().journal(all("2019-05")))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, VLN, s -> s.books().journal(all("2019-05"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Month.of("2019-13")).isInstanceOf(Invalid.class);
    }

    @Test
    void nothingIsPostedIntoAClosedMonthAndWhatCorrectsItGoesIntoTheOpenOne() {
        on("2017-01-31");
        UUID wrong = post(moved("80.00"));
        assertThatThrownBy(() -> close("2017-01"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("ledger.period-not-over"));
        on("2017-02-01");
        PeriodClosing closed = close("2017-01");
        assertThat(closed.closedThrough()).hasToString("2017-01-31");
        assertThat(closed.debitVes()).isEqualTo(Money.ves("80.00"));
        assertThatThrownBy(() -> close("2017-01"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("ledger.period-closed"));

        on("2017-01-31");
        assertThatThrownBy(() -> post(moved("1.00")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("ledger.period-closed"));
        assertThatThrownBy(() -> SHOP.asSuperuser("insert into erp.journal_entries values ('" + VLN + "', '"
                        + UUID.randomUUID() + "', '2016-12-31', now(), 'TEST', '" + UUID.randomUUID() + "')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("closed for 2016-12-31");
        on("2017-02-01");
        SHOP.work(Role.FRONT_DESK, VLN, work -> new Ledger(work).reverse(wrong, "TEST_REVERSED", UUID.randomUUID()));
        assertThat(SHOP.as(Role.ACCOUNTANT, VLN, s -> s.books().trialBalance(Month.of("2017-02")))
                        .rows())
                .filteredOn(row -> row.account().equals("BANK_VES"))
                .extracting(TrialBalance.Row::opening, TrialBalance.Row::closing)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Money.ves("80.00"), Money.ves("0.00")));
    }

    @Test
    void whoSellsDoesNotCloseTheBooks() {
        for (Role role : new Role[] {Role.FRONT_DESK, Role.SUPERVISOR, Role.TECHNICIAN}) {
            assertThatThrownBy(() -> SHOP.as(role, VLN, s -> s.books().close(Month.of("2016-01"))))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void aClosingWaitsForTheEntryThatIsUnderWayAndCountsIt() throws Exception {
        on("2018-06-30");
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<UUID> posting = pool.submit(() -> SHOP.work(Role.FRONT_DESK, VLN, work -> {
                UUID id = new Ledger(work).post(moved("70.00"));
                posted.countDown();
                await(commit);
                return id;
            }));
            await(posted);
            on("2018-07-01");
            Future<PeriodClosing> closing = pool.submit(() -> close("2018-06"));
            SHOP.awaitBlockedBackend();
            assertThat(closing.isDone()).isFalse();
            commit.countDown();
            posting.get();
            assertThat(closing.get().debitVes()).isEqualTo(Money.ves("70.00"));
        } finally {
            commit.countDown();
            pool.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void on(String day) {
        SHOP.clock.set(Instant.parse(day + "T16:00:00Z"));
    }

    private static PeriodClosing close(String month) {
        return SHOP.as(Role.ACCOUNTANT, VLN, s -> s.books().close(Month.of(month)));
    }

    private static JournalQuery all(String month) {
        return new JournalQuery(Month.of(month), null, null, Page.Request.first());
    }

    private static JournalEntry moved(String ves) {
        return new JournalEntry("TEST", UUID.randomUUID())
                .debit(Account.BANK_VES, Money.ves(ves), Money.ves(ves))
                .credit(Account.SAFE_VES, Money.ves(ves), Money.ves(ves));
    }

    private static UUID post(JournalEntry entry) {
        return post(VLN, entry);
    }

    private static UUID post(StoreId store, JournalEntry entry) {
        return SHOP.work(Role.FRONT_DESK, store, work -> new Ledger(work).post(entry));
    }
}
