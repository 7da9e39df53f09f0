package com.servistech.erp.audit;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A seal of all chains as it leaves the database: whoever keeps one proves later that nothing before it was changed or
 * cut off. It holds no data of the business but how many transactions each store has had.
 *
 * @param seal its number
 * @param previousHash the hash of the seal before it
 * @param hash of all the rest
 */
public record Anchor(long seal, LocalDate day, Instant at, String previousHash, String hash, List<ChainHead> heads) {

    static final String COLUMNS = "position, day, at, previous_hash, hash, heads";

    private static final String FORMAT = "servistech-audit-seal/1";
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public Anchor {
        heads = List.copyOf(heads);
    }

    static Anchor of(Sql.Row row) {
        return new Anchor(
                row.bigint("position"),
                row.date("day"),
                row.instant("at"),
                row.text("previous_hash"),
                row.text("hash"),
                heads(Json.createReader(new StringReader(row.text("heads"))).readArray()));
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws Invalid when it is not an anchor, or a damaged one
     */
    public static Anchor parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Anchor anchor = new Anchor(
                    object.getJsonNumber("seal").longValueExact(),
                    LocalDate.parse(object.getString("day")),
                    Instant.parse(object.getString("at")),
                    object.getString("previous"),
                    object.getString("hash"),
                    heads(object.getJsonArray("heads")));
            if (object.getString("format").equals(FORMAT) && anchor.holds()) {
                return anchor;
            }
        } catch (RuntimeException e) {
            throw unreadable("This is no anchor of the audit");
        }
        throw unreadable("The anchor is damaged: its hash is not the hash of what it says");
    }

    public boolean holds() {
        return hash.equals(Sha256.hex(text()));
    }

    /** One line of JSON, to be kept where the database's owner cannot reach it. */
    public String toJson() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        heads.forEach(head -> array.add(Json.createArrayBuilder()
                .add(head.store().toString())
                .add(head.position())
                .add(head.hash())));
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("seal", seal)
                .add("day", day.toString())
                .add("at", MICROS.format(at))
                .add("previous", previousHash)
                .add("hash", hash)
                .add("heads", array)
                .build()
                .toString();
    }

    /** As {@code audit_seal_hash} in the database; docs/audit.md says it in words. */
    private String text() {
        return FORMAT + "\n" + seal + "\n" + MICROS.format(at) + "\n" + previousHash + "\n"
                + heads.stream()
                        .map(head -> head.store() + " " + head.position() + " " + head.hash() + "\n")
                        .collect(Collectors.joining());
    }

    private static List<ChainHead> heads(JsonArray array) {
        return array.getValuesAs(JsonArray.class).stream()
                .map(head -> new ChainHead(
                        StoreId.of(head.getString(0)), head.getJsonNumber(1).longValueExact(), head.getString(2)))
                .toList();
    }

    private static Invalid unreadable(String why) {
        return Invalid.at("/anchor", "audit.anchor-invalid", why);
    }
}
