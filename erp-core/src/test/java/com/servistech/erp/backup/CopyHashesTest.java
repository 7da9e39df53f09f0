package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are counted and hashed wherever the pieces of the stream end. */
class CopyHashesTest {

    private static final String ONE = "1\tAna\\n\n2\t\\\\.\n\\.x\n\\N\n\n\\\n";
    private static final String DUMP = "set x;\nCOPY erp.customers (id, name) FROM stdin;\n" + ONE
            + "\\.\n\n-- COPY nothing\nCOPY erp.\"a (b)\" (id) FROM stdin;\n\\.\n\ncreate table x;\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 10_000})
    void aRowIsALineWhateverItLooksLike(int piece) throws Exception {
        CopyHashes hashes = new CopyHashes();
        byte[] bytes = DUMP.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += piece) {
            hashes.write(bytes, at, Math.min(piece, bytes.length - at));
        }
        assertThat(hashes.tables())
                .isEqualTo(Map.of(
                        "erp.customers", new TableContent(6, sha256(ONE)),
                        "erp.\"a (b)\"", new TableContent(0, sha256(""))));
    }

    @Test
    void aTableWhoseEndDidNotComeIsNotThere() {
        CopyHashes hashes = new CopyHashes();
        byte[] cut = DUMP.substring(0, DUMP.indexOf("\n2\t")).getBytes(StandardCharsets.UTF_8);
        hashes.write(cut, 0, cut.length);
        assertThat(hashes.tables()).isEmpty();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
