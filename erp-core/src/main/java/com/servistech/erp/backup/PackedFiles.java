package com.servistech.erp.backup;

import com.servistech.erp.backup.Manifest.Bytes;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The uploaded files of a backup, as its manifest has them. Every file that the database names is in it, in the full
 * backup that it rests on, or counted as lacking.
 *
 * @param base the full backup that has the files of before; empty when this one has all of them
 * @param since those of then and later are in this one; empty as base
 * @param count of the files in it; where it is zero there is no archive
 * @param lacking files whose bytes were not there or not those of the database, with what was wrong: the first of them
 * @param lackingCount all of them
 */
public record PackedFiles(
        Optional<UUID> base,
        Optional<Instant> since,
        long count,
        Bytes plain,
        Bytes stored,
        List<String> lacking,
        long lackingCount) {

    /** So many that lack are named one by one. */
    static final int NAMED = 1_000;

    private static final Bytes NOTHING = new Bytes(0, "");

    public PackedFiles {
        lacking = List.copyOf(lacking);
    }

    /** A database that names none. */
    static PackedFiles none() {
        return new PackedFiles(Optional.empty(), Optional.empty(), 0, NOTHING, NOTHING, List.of(), 0);
    }

    /** Whether it rests on no other backup. */
    boolean isFull() {
        return base.isEmpty();
    }

    JsonObjectBuilder json() {
        JsonArrayBuilder names = Json.createArrayBuilder();
        lacking.forEach(names::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("count", count)
                .add("plain", plain.json())
                .add("stored", stored.json())
                .add("lacking", names)
                .add("lackingCount", lackingCount);
        base.ifPresent(id -> json.add("base", id.toString()));
        since.ifPresent(at -> json.add("since", at.toString()));
        return json;
    }

    static PackedFiles parse(JsonObject json) {
        return new PackedFiles(
                Optional.ofNullable(json.getString("base", null)).map(UUID::fromString),
                Optional.ofNullable(json.getString("since", null)).map(Instant::parse),
                json.getJsonNumber("count").longValueExact(),
                Bytes.parse(json.getJsonObject("plain")),
                Bytes.parse(json.getJsonObject("stored")),
                json.getJsonArray("lacking").getValuesAs(JsonString::getString),
                json.getJsonNumber("lackingCount").longValueExact());
    }
}
