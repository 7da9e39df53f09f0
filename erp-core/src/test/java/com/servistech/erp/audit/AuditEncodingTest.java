package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bytes that are hashed are these for ever: whoever changes them cannot verify what was written before. */
class AuditEncodingTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private static final String STORE = "0192f3a0-0000-7000-8000-000000000001";

    /** An entry as it would be read back, column by column. */
    private static String entry(String more) {
        return "select e from (select json_populate_record(null::erp.audit_entries, ('{\"store_id\":\"" + STORE
                + "\",\"ordinal\":42,\"at\":\"2026-11-24T10:00:00.5-04:00\",\"txid\":\"4294967296\",\"encoding\":1,"
                + "\"table_name\":\"payments\",\"operation\":\"INSERT\",\"row_count\":1,\"login\":\"erp_app\"" + more
                + "}')::json) e) x";
    }

    @Test
    void anEntryIsThisLine() throws SQLException {
        assertThat(line(entry("")))
                .isEqualTo("[\"entry\",1,\"" + STORE
                        + "\",42,4294967296,\"2026-11-24T14:00:00.5Z\",\"payments\",\"INSERT\",null,null,null,null,null,1,"
                        + "null,null,null,null,null,null,\"erp_app\"]");
        assertThat(line(entry("""
                        ,"note":"audit.exported","entity_id":"%1$s","entity_ids":["%1$s","%1$s"],"old_values":{"a":1.50,"b":null},"new_values":{"ñ":"\\"\\\\\\n|"},"rows_sha256":"00ff","user_id":"%1$s","role":"MANAGER","request_id":"r-1","address":"10.0.0.1","reason":"a|b\\r\\nc"
                        """.strip().formatted(STORE))))
                .isEqualTo("""
                        ["entry",1,"%1$s",42,4294967296,"2026-11-24T14:00:00.5Z","payments","INSERT","audit.exported","%1$s",["%1$s","%1$s"],{"a":1.50,"b":null},{"ñ":"\\"\\\\\\n|"},1,"00ff","%1$s","MANAGER","r-1","10.0.0.1","a|b\\r\\nc","erp_app"]
                        """.strip().formatted(STORE));
    }

    @Test
    void theLineDoesNotDependOnTheSession() throws SQLException {
        String plain = line(entry(",\"old_values\":{\"at\":\"2026-11-24\"}"));
        for (String setting : List.of(
                "timezone = 'America/Caracas'",
                "datestyle = 'ISO, DMY'",
                "intervalstyle = 'sql_standard'",
                "extra_float_digits = 0",
                "bytea_output = 'escape'")) {
            assertThat(ask("set local " + setting, lineOf(entry(",\"old_values\":{\"at\":\"2026-11-24\"}"))))
                    .as(setting)
                    .isEqualTo(plain);
        }
    }

    @Test
    void aLinkAndASealAreTheseHashes() throws SQLException {
        String leaves = "00".repeat(32) + "ff".repeat(32);
        String hash = "0de54b0bce5e0b5c5c4e6a0d3f8be20d4d3c2f1e";
        String link =
                ask("select 1", "select erp.audit_link_hash('" + STORE + "', 7, '" + hash + "', '\\x" + leaves + "')");
        assertThat(link)
                .isEqualTo(Sha256.hex("servistech-audit/1\n" + STORE + "\n7\n" + hash + "\n" + leaves + "\n"))
                .isEqualTo(new ChainLink(7, List.of(1L, 2L), HexFormat.of().parseHex(leaves), hash, "")
                        .computedHash(com.servistech.erp.tenancy.StoreId.of(STORE)))
                .isEqualTo("ec6b4298f39de66f6b0b08c9ff267de8e2b12342eea1ec816cc99be7354d792e");
        String seal = ask(
                "set local timezone = 'America/Caracas'",
                "select erp.audit_seal_hash(3, '2026-11-24T14:00:00Z', '" + hash + "', '[[\"" + STORE
                        + "\", 7, \"aa\"]]')");
        assertThat(seal)
                .isEqualTo(Sha256.hex(
                        "servistech-audit-seal/1\n3\n2026-11-24T14:00:00.000000Z\n" + hash + "\n" + STORE + " 7 aa\n"))
                .isEqualTo("29f26dbddc3fab5c180bef2dfbf61b168c4e57bc6b2f3f91454bef24a2297a87");
    }

    @Test
    void twoDifferentEntriesNeverGiveTheSameLine() throws SQLException {
        List<String> entries = List.of(
                entry(",\"role\":\"a|b\""),
                entry(",\"role\":\"a\",\"request_id\":\"b\""),
                entry(",\"role\":\"a\\\",\\\"b\""),
                entry(",\"role\":null,\"request_id\":\"a|b\""),
                entry(",\"role\":\"\""),
                entry(",\"role\":\"-\""),
                entry(",\"role\":\"null\""),
                entry(""),
                entry(",\"address\":\"a\",\"reason\":\"\""),
                entry(",\"address\":\"a\""),
                entry(",\"reason\":\"a\""),
                entry(",\"old_values\":{}"),
                entry(",\"new_values\":{}"),
                entry(",\"new_values\":null,\"rows_sha256\":\"{}\""));
        Set<String> lines = new HashSet<>();
        for (String entry : entries) {
            lines.add(line(entry));
        }
        assertThat(lines).hasSameSizeAs(entries);
    }

    private static String line(String entry) throws SQLException {
        String line = ask("select 1", lineOf(entry));
        assertThat(line).hasLineCount(1);
        return line;
    }

    private static String lineOf(String entry) {
        return "select erp.audit_line(e) from (" + entry + ") y";
    }

    private static String ask(String before, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(before);
            try (ResultSet rs = statement.executeQuery(sql)) {
                rs.next();
                return rs.getString(1);
            }
        }
    }
}
