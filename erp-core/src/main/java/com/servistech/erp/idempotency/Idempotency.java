package com.servistech.erp.idempotency;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps answers in the transaction of the act itself: the answer is kept exactly when the act is committed. A second
 * request with the same key waits on the first one's row, then gets its answer; a refused act keeps nothing.
 */
public final class Idempotency {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String LOCK_TIMEOUT = "55P03";

    private record Row(String bodySha256, KeptAnswer answer) {}

    private final Work work;

    public Idempotency(Work work) {
        this.work = work;
    }

    /**
     * Claims a key for the caller and operation.
     *
     * @return the answer of the first time, or nothing when this is the first time
     * @throws Invalid when the key was used with another body
     * @throws Conflict {@code idempotency.in-progress} when the first request still runs after ten seconds
     */
    public Optional<KeptAnswer> claim(String operation, String key, String bodySha256) {
        work.sql().call("select set_config('lock_timeout', '10s', true)");
        int claimed;
        try {
            claimed = work.sql()
                    .update(
                            """
                            insert into erp.idempotency as i
                              (store_id, id, user_id, operation, key, body_sha256, created_at, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (store_id, user_id, operation, key) do update
                              set body_sha256 = excluded.body_sha256, created_at = excluded.created_at,
                                  expires_at = excluded.expires_at, status = null, headers = null, body = null
                              where i.expires_at <= excluded.created_at
                            """,
                            work.home(),
                            work.newId(),
                            work.userId(),
                            operation,
                            key,
                            bodySha256,
                            work.now(),
                            work.now().plus(KEPT));
        } catch (SqlFailure e) {
            if (SqlFailure.stateOf(e).filter(LOCK_TIMEOUT::equals).isPresent()) {
                throw new Conflict("idempotency.in-progress", "The first request with this key has not ended yet");
            }
            throw e;
        }
        return claimed == 1 ? Optional.empty() : Optional.of(kept(operation, key, bodySha256));
    }

    /** Keeps the answer of a claimed key. */
    public void keep(String operation, String key, KeptAnswer answer) {
        JsonObjectBuilder headers = Json.createObjectBuilder();
        answer.headers().forEach(headers::add);
        work.sql()
                .update(
                        "update erp.idempotency set status = ?, headers = ?::jsonb, body = ?"
                                + " where store_id = ? and user_id = ? and operation = ? and key = ?",
                        answer.status(),
                        headers.build().toString(),
                        answer.body(),
                        work.home(),
                        work.userId(),
                        operation,
                        key);
    }

    /** Forgets the answers of the scope that nobody may ask for any more. @return how many */
    public int purge() {
        return work.sql().update("delete from erp.idempotency where expires_at <= ?", work.now());
    }

    private KeptAnswer kept(String operation, String key, String bodySha256) {
        Row row = work.sql()
                .first(
                        Idempotency::toRow,
                        "select body_sha256, status, headers::text, body from erp.idempotency"
                                + " where store_id = ? and user_id = ? and operation = ? and key = ?",
                        work.home(),
                        work.userId(),
                        operation,
                        key)
                .orElseThrow();
        if (!row.bodySha256().equals(bodySha256)) {
            throw Invalid.at("", "idempotency.key-reused", "This Idempotency-Key was used with another body");
        }
        return row.answer();
    }

    private static Row toRow(Sql.Row row) {
        JsonObject json =
                Json.createReader(new StringReader(row.text("headers"))).readObject();
        Map<String, String> headers = new HashMap<>();
        json.keySet().forEach(name -> headers.put(name, json.getString(name)));
        return new Row(row.text("body_sha256"), new KeptAnswer(row.integer("status"), headers, row.text("body")));
    }
}
