package com.servistech.erp.backup;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads along while a dump in SQL passes by, and hashes the rows of each table: the lines between
 * {@code COPY erp.invoices (..) FROM stdin;} and {@code \.}. In COPY's text format a row is exactly one line, so that
 * lines are rows. Keeps one line at most.
 */
public final class CopyHashes extends OutputStream {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final byte[] END = {'\\', '.', '\n'};

    private final Map<String, TableContent> tables = new TreeMap<>();
    private final MessageDigest digest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String table;
    private long rows;
    /** How many bytes of the end mark stand at the beginning of this line; -1 when the line is a row. */
    private int mark;

    public CopyHashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the tables whose end has passed, by name as the catalogue quotes it. */
    public Map<String, TableContent> tables() {
        return Map.copyOf(tables);
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at = table == null ? statement(bytes, at, end) : rows(bytes, at, end);
        }
    }

    /** Outside of a COPY block: looks at one line. */
    private int statement(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        if (line.size() < LONGEST_HEADER) {
            line.write(bytes, from, Math.min(at - from, LONGEST_HEADER));
        }
        if (at < end) {
            String text = line.toString(StandardCharsets.UTF_8);
            if (goesOn(text)) {
                line.write('\n');
            } else {
                begin(text);
                line.reset();
            }
            at++;
        }
        return at;
    }

    /** The name of a table may contain a line break, inside of its quotes. */
    private static boolean goesOn(String text) {
        return text.startsWith("COPY ")
                && text.length() < LONGEST_HEADER
                && text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private void begin(String text) {
        if (text.startsWith("COPY ") && text.endsWith(" FROM stdin;")) {
            beginTable(name(text.substring("COPY ".length())));
        }
    }

    /** What comes next are rows of this table, where the statement before them is not written. */
    public void beginTable(String name) {
        table = name;
        rows = 0;
        mark = 0;
        digest.reset();
    }

    /** Up to the list of columns, which a quoted name may look like. */
    private static String name(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == ' ' && !quoted) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** Inside of a COPY block: as many whole rows as there are, in one piece for the digest. */
    private int rows(byte[] bytes, int from, int end) {
        int pending = from;
        for (int at = from; at < end; at++) {
            if (mark >= 0) {
                if (bytes[at] == END[mark]) {
                    if (mark == END.length - 1) {
                        endTable();
                        return at + 1;
                    }
                    if (mark == 0) {
                        digest.update(bytes, pending, at - pending);
                    }
                    mark++;
                    pending = at + 1;
                    continue;
                }
                if (mark > 0) {
                    // no end mark after all: what looked like one belongs to the row
                    digest.update(END, 0, mark);
                }
                mark = -1;
            }
            while (at < end && bytes[at] != '\n') {
                at++;
            }
            if (at < end) {
                rows++;
                mark = 0;
            }
        }
        digest.update(bytes, pending, end - pending);
        return end;
    }

    private void endTable() {
        tables.put(table, new TableContent(rows, HexFormat.of().formatHex(digest.digest())));
        table = null;
    }
}
