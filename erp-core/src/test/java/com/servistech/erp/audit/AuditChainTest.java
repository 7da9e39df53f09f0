package com.servistech.erp.audit;

import static com.servistech.erp.audit.Finding.Kind.DIFFERS_FROM_ANCHOR;
import static com.servistech.erp.audit.Finding.Kind.ENDS_BEFORE_ANCHOR;
import static com.servistech.erp.audit.Finding.Kind.ENTRY_CHANGED;
import static com.servistech.erp.audit.Finding.Kind.ENTRY_FORGED;
import static com.servistech.erp.audit.Finding.Kind.ENTRY_MISSING;
import static com.servistech.erp.audit.Finding.Kind.HEAD_MOVED;
import static com.servistech.erp.audit.Finding.Kind.LINK_CHANGED;
import static com.servistech.erp.audit.Finding.Kind.LINK_DETACHED;
import static com.servistech.erp.audit.Finding.Kind.LINK_MISSING;
import static com.servistech.erp.audit.Finding.Kind.SEAL_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.StoreId;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody who owns the server does to the record is found and named. */
class AuditChainTest {

    /** In CCS-01, link 2 has three entries and link 5, the newest, has two. */
    private static final String MIDDLE = "(select ordinals[2] from audit_links where store_id = $ccs and position = 2)";

    private static final String ALONE = "(select ordinals[1] from audit_links where store_id = $ccs and position = 3)";

    private final AuditDatabase database = AuditDatabase.copy();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        AuditReport report = database.verify(database.seal());

        assertThat(report.findings()).isEmpty();
        assertThat(report.intact()).isTrue();
        assertThat(report.chains())
                .extracting(ChainReport::store)
                .containsExactlyInAnyOrder(StoreId.CHAIN, database.ccs, database.vln);
        ChainReport ccs = report.chains().stream()
                .filter(chain -> chain.store().equals(database.ccs))
                .findFirst()
                .orElseThrow();
        assertThat(ccs.links()).isEqualTo(5);
        assertThat(ccs.entries()).isEqualTo(8);
    }

    @Test
    void anEditedEntryIsNamedWhateverOfItWasEdited() throws SQLException {
        List<String> columns = List.of(database.ask("""
                        select string_agg(attname, ',') from pg_attribute
                         where attrelid = 'audit_entries'::regclass and attnum > 0 and attname not in ('statement_row')
                        """).split(","));
        assertThat(columns).hasSizeGreaterThan(18).contains("old_values", "reason", "login", "at");
        String entry = database.ask("select " + MIDDLE);

        database.tamper(
                "create table untouched as select * from audit_entries",
                "alter table audit_entries drop constraint audit_entries_check",
                "alter table audit_entries drop constraint audit_entries_operation_check",
                "alter table audit_entries alter ordinal drop identity");
        for (String column : columns) {
            database.tamper("update audit_entries set %s where ordinal = %s".formatted(edited(column), MIDDLE));
            assertThat(database.verify().findings()).as(column).anySatisfy(finding -> {
                assertThat(finding.store()).isEqualTo(database.ccs);
                assertThat(finding.position()).isEqualTo(2);
                assertThat(finding.entry()).isEqualTo(entry);
                assertThat(finding.kind()).isIn(ENTRY_CHANGED, ENTRY_MISSING);
            });
            database.tamper("delete from audit_entries", "insert into audit_entries select * from untouched");
            assertThat(database.verify().findings()).as(column).isEmpty();
        }
    }

    private static String edited(String column) {
        String value = switch (column) {
            case "store_id" -> "$vln";
            case "ordinal" -> "ordinal + 1000";
            case "at" -> "at + interval '1 microsecond'";
            case "txid" -> "'3'";
            case "encoding" -> "2";
            case "entity_id", "user_id" -> "gen_random_uuid()";
            case "entity_ids" -> "array[gen_random_uuid()]";
            case "old_values" -> "'{}'";
            case "new_values" -> "replace(new_values::text, 'Ana', 'Eva')::json";
            case "row_count" -> "2";
            default -> "'x'";
        };
        return column + " = " + value;
    }

    @Test
    void aChainIsReadSomeLinksAndEntriesAtATimeAndATransactionIsNeverCut() {
        // the links have 1, 3, 1, 1 and 2 entries
        assertThat(database.pages(database.ccs, 10, 4)).containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L));
        assertThat(database.pages(database.ccs, 10, 2))
                .containsExactly(List.of(1L), List.of(2L), List.of(3L, 4L), List.of(5L));
        assertThat(database.pages(database.ccs, 2, 100)).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        String entry = database.ask("select " + MIDDLE);

        database.tamper("delete from audit_entries where ordinal = " + MIDDLE);

        assertThat(database.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(ENTRY_MISSING);
            assertThat(finding.store()).isEqualTo(database.ccs);
            assertThat(finding.position()).isEqualTo(2);
            assertThat(finding.entry()).isEqualTo(entry);
        });
    }

    @Test
    void twoSwappedEntriesAreBothNamed() throws SQLException {
        database.tamper("""
                update audit_entries e set new_values = o.new_values, entity_id = o.entity_id from audit_entries o
                 where e.ordinal in (%1$s, %2$s) and o.ordinal in (%1$s, %2$s) and o.ordinal <> e.ordinal
                """.formatted(MIDDLE, ALONE));

        assertThat(database.verify().findings())
                .extracting(Finding::kind, Finding::position, Finding::entry)
                .containsExactly(
                        tuple(ENTRY_CHANGED, 2L, database.ask("select " + MIDDLE)),
                        tuple(ENTRY_CHANGED, 3L, database.ask("select " + ALONE)));
    }

    @Test
    void aForgedEntryIsNamedEvenWithTheNumberOfAnother() throws SQLException {
        String columns = database.ask("select string_agg(attname, ',') from pg_attribute"
                + " where attrelid = 'audit_entries'::regclass and attnum > 0 and attname not in ('ordinal', 'at')");
        database.tamper(
                "insert into audit_entries (ordinal, at, " + columns + ") overriding system value select 999, at, "
                        + columns + " from audit_entries where ordinal = " + ALONE,
                "insert into audit_entries (ordinal, at, " + columns + ") overriding system value"
                        + " select ordinal, at - interval '1 day', " + columns + " from audit_entries where ordinal = "
                        + ALONE);

        assertThat(database.verify().findings())
                .filteredOn(finding -> finding.kind() == ENTRY_FORGED)
                .extracting(Finding::entry)
                .containsExactlyInAnyOrder("999", database.ask("select " + ALONE));
    }

    @Test
    void aTransactionThatWasTakenOutOfTheMiddleIsMissed() throws SQLException {
        database.tamper(
                "delete from audit_entries where ordinal = " + ALONE,
                "delete from audit_links where store_id = $ccs and position = 3");

        assertThat(database.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(LINK_MISSING);
            assertThat(finding.position()).isEqualTo(3);
        });
    }

    @Test
    void anEditThatIsCarriedIntoItsLinkIsBetrayedByTheNext() throws SQLException {
        String edit = "update audit_entries set reason = 'x' where ordinal = " + ALONE;
        String leaf =
                "update audit_links set leaves = (select sha256(convert_to(audit_line(e), 'UTF8')) from audit_entries e"
                        + " where ordinal = " + ALONE + ") where store_id = $ccs and position = 3";
        database.tamper(edit, leaf);
        assertThat(database.verify().findings()).extracting(Finding::kind).containsExactly(LINK_CHANGED);

        database.tamper("update audit_links set hash = audit_link_hash(store_id, position, previous_hash, leaves)"
                + " where store_id = $ccs and position = 3");
        assertThat(database.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(LINK_DETACHED);
            assertThat(finding.position()).isEqualTo(4);
        });
    }

    @Test
    void aChainThatWasWrittenAnewIsFoundByTheAnchorAlone() throws SQLException {
        Anchor anchor = database.seal();
        database.tamper(
                "delete from audit_seals",
                "update audit_entries set reason = 'x' where ordinal = (select ordinals[2] from audit_links where store_id = $ccs and position = 5)",
                """
                update audit_links l set leaves = (select string_agg(sha256(convert_to(audit_line(e), 'UTF8')), ''::bytea order by ordinal)
                  from audit_entries e where e.ordinal = any (l.ordinals)) where store_id = $ccs and position = 5
                """,
                "update audit_links set hash = audit_link_hash(store_id, position, previous_hash, leaves) where store_id = $ccs and position = 5",
                "update audit_heads h set hash = l.hash from audit_links l where l.store_id = h.store_id and l.position = 5 and h.store_id = $ccs");

        assertThat(database.verify().findings()).isEmpty();
        assertThat(database.verify(anchor).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(DIFFERS_FROM_ANCHOR);
            assertThat(finding.store()).isEqualTo(database.ccs);
            assertThat(finding.position()).isEqualTo(5);
        });
    }

    @Test
    void theNewestTransactionsCutOffAreMissedByTheHeadOrElseByTheAnchor() throws SQLException {
        Anchor anchor = database.seal();
        database.tamper(
                "delete from audit_entries e using audit_links l where l.store_id = $ccs and l.position > 3 and e.ordinal = any (l.ordinals)",
                "delete from audit_links where store_id = $ccs and position > 3");
        assertThat(database.verify().findings())
                .extracting(Finding::kind, Finding::position)
                .contains(tuple(LINK_MISSING, 4L));

        database.tamper("update audit_heads h set position = 3, hash = l.hash from audit_links l"
                + " where l.store_id = h.store_id and l.position = 3 and h.store_id = $ccs");
        assertThat(database.verify().findings())
                .as("the seal inside")
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(ENDS_BEFORE_ANCHOR);
                    assertThat(finding.position()).isEqualTo(3);
                });

        database.tamper("delete from audit_seals");
        assertThat(database.verify().findings()).as("nothing inside knows").isEmpty();
        assertThat(database.verify(anchor).findings())
                .extracting(Finding::kind, Finding::store)
                .containsExactly(tuple(ENDS_BEFORE_ANCHOR, database.ccs));
    }

    @Test
    void aHeadThatWasSetBackIsNamedAndNobodyWritesOn() throws SQLException {
        database.tamper("update audit_heads h set position = 3, hash = l.hash from audit_links l"
                + " where l.store_id = h.store_id and l.position = 3 and h.store_id = $ccs");

        assertThat(database.verify().findings())
                .extracting(Finding::kind, Finding::position)
                .contains(tuple(HEAD_MOVED, 5L));
        assertThatThrownBy(() -> database.work(database.ccs, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void yesterdaysBackupIsExplainedAndNotCalledTampering() {
        try (AuditDatabase restored = database.backup()) {
            database.work(database.ccs, 1);
            Anchor anchor = database.seal();

            AuditReport report = restored.verify(anchor);
            assertThat(report.tampered()).isFalse();
            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(ENDS_BEFORE_ANCHOR);
                assertThat(finding.explanation())
                        .startsWith("the chain ends before the anchor")
                        .contains("backup");
            });

            restored.work(restored.ccs, 1, 1);
            AuditReport later = restored.verify(anchor);
            assertThat(later.tampered()).isFalse();
            assertThat(later.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(DIFFERS_FROM_ANCHOR);
                assertThat(finding.position()).isEqualTo(6);
                assertThat(finding.explanation()).contains("backup");
            });
        }
    }

    @Test
    void aSealThatWasEditedIsNamed() throws SQLException {
        database.seal();
        database.tamper("update audit_seals set heads = replace(heads::text, ', 5,', ', 4,')::json");

        assertThat(database.verify().findings()).extracting(Finding::kind).containsExactly(SEAL_CHANGED);
    }

    @Test
    void aDamagedAnchorIsRefused() {
        Anchor anchor = database.seal();

        assertThat(Anchor.parse(anchor.toJson())).isEqualTo(anchor);
        assertThatThrownBy(() -> Anchor.parse(anchor.toJson().replace(",5,", ",4,")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Anchor.parse("{}")).isInstanceOf(Invalid.class);
    }
}
