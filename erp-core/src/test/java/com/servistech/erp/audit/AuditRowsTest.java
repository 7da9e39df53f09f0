package com.servistech.erp.audit;

import static com.servistech.erp.audit.Finding.Kind.ROW_CHANGED;
import static com.servistech.erp.audit.Finding.Kind.ROW_MISSING;
import static com.servistech.erp.audit.Finding.Kind.ROW_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rows of the business are what the record says of them, or are named. */
class AuditRowsTest {

    private final AuditDatabase database = AuditDatabase.copy();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aRowThatWasChangedWhileNobodyWroteItDownIsNamed() throws SQLException {
        database.addJournal(3);
        assertThat(database.verifyRows().findings()).isEmpty();
        String customer = database.ask("select id from customers where store_id = $ccs limit 1");
        String entry = database.ask("select id from journal_entries where store_id = $ccs order by id limit 1");

        database.tamper(
                "alter table customers disable trigger all",
                "update customers set phone = '+584140000000' where id = '" + customer + "'",
                "alter table journal_entries disable trigger all",
                "update journal_entries set kind = 'OTHER' where id = '" + entry + "'");
        assertThat(database.verifyRows().findings())
                .extracting(Finding::kind, Finding::store, Finding::explanation)
                .containsExactlyInAnyOrder(
                        tuple(
                                ROW_CHANGED,
                                database.ccs,
                                "a row of customers (" + customer + ") is not as the record says"),
                        tuple(ROW_CHANGED, database.ccs, "a row of journal_entries is not as the record says"));

        database.tamper(
                "update customers set phone = '+584141234567' where id = '" + customer + "'",
                "delete from journal_entries where id = '" + entry + "'",
                "insert into journal_entries select store_id, gen_random_uuid(), business_day, posted_at, kind, document_id"
                        + " from journal_entries limit 1");
        assertThat(database.verifyRows().findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(ROW_MISSING, ROW_UNKNOWN);
    }

    @Test
    void aColumnThatIsAddedLaterMakesNoRowSuspect() throws SQLException {
        database.addJournal(2);
        database.tamper(
                "alter table journal_entries add memo text", "alter table customers add tier int not null default 1");

        assertThat(database.verifyRows().findings()).isEmpty();
    }

    @Test
    void entriesThatWereCutOffWithoutTheirRowsAreMissedWithoutAnAnchor() throws SQLException {
        database.tamper(
                "delete from audit_entries e using audit_links l where l.store_id = $ccs and l.position > 4 and e.ordinal = any (l.ordinals)",
                "delete from audit_links where store_id = $ccs and position > 4",
                "update audit_heads h set position = 4, hash = l.hash from audit_links l"
                        + " where l.store_id = h.store_id and l.position = 4 and h.store_id = $ccs");

        assertThat(database.verify().findings()).isEmpty();
        assertThat(database.verifyRows().findings())
                .extracting(Finding::kind)
                .containsExactly(ROW_UNKNOWN, ROW_UNKNOWN);
    }

    @Test
    void manyRowsOfOneStatementAreAsProvableAsFew() throws SQLException {
        database.addJournal(700);
        assertThat(database.verifyRows().findings()).isEmpty();

        database.tamper(
                "alter table journal_entries disable trigger all",
                "update journal_entries set kind = 'OTHER' where id = (select min(id::text)::uuid from journal_entries)");
        assertThat(database.verifyRows().findings()).extracting(Finding::kind).containsExactly(ROW_CHANGED);
    }

    @Test
    void aRowWrittenOutColumnByColumnIsTheTextThatIsHashedWhateverItHolds() throws SQLException {
        database.tamper(
                "create table kinds (store_id uuid, id uuid, small smallint, whole int, big bigint, exact numeric(20,8), text text,"
                        + " yes boolean, at timestamptz, day date, json json, jsonb jsonb, texts text[], ids uuid[], bytes bytea,"
                        + " real double precision, gone text, \"Odd \"\"name\"\"\" text)",
                "alter table kinds drop column gone",
                "insert into kinds values (gen_random_uuid(), gen_random_uuid(), -1, 2147483647, 9223372036854775807, -0.10000000,"
                        + " E'\"ñ\\\\\n\t|', true, '2026-10-31T23:59:59.123456-04', '2026-10-31', '{ \"b\": 1.50, \"n\": null, \"a\": [null, {\"x\": null}] }',"
                        + " '{\"n\": null, \"a\": [null]}', '{a,NULL,\"b c\"}', array[gen_random_uuid()], '\\x00ff', 1e-7, 'odd')",
                "insert into kinds (store_id, exact, text, json, jsonb, texts, real, yes)"
                        + " values (gen_random_uuid(), 'NaN', '', 'null', 'null', '{}', 'Infinity', false)",
                "insert into kinds default values");
        String written = database.ask("select audit_row_columns('erp.kinds')");

        assertThat(database.ask("select count(*) from kinds r where " + written + " = audit_row(r, '{}')"))
                .isEqualTo("3");
    }
}
