package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What the check of a repaired device found. */
public final class QaResult extends Draft<QaResult> {

    private QaResult(JsonObject json) {
        super(json);
    }

    /** The device is as it should be. */
    public static QaResult passed() {
        return new QaResult(Body.of("passed", true, "tests", JsonValue.EMPTY_JSON_ARRAY));
    }

    /** The device goes back to the bench. */
    public static QaResult failed(String notes) {
        return new QaResult(Body.of("passed", false, "tests", JsonValue.EMPTY_JSON_ARRAY, "notes", notes));
    }

    public QaResult notes(String value) {
        return put("notes", value);
    }

    /** This result with one more test. */
    public QaResult test(String name, boolean passed) {
        return append("tests", Body.of("name", name, "passed", passed));
    }

    @Override
    protected QaResult copy(JsonObject changed) {
        return new QaResult(changed);
    }
}
