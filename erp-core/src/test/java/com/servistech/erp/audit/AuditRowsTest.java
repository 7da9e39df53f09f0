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
}
