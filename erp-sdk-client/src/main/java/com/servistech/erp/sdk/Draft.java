package com.servistech.erp.sdk;

import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Objects;

/**
 * What is to be sent: an immutable value whose methods return it with one more field. {@link #with} sets a field that
 * this client does not know yet.
 *
 * @param <D> the kind of draft itself
 */
public abstract class Draft<D extends Draft<D>> {

    private final JsonObject json;

    protected Draft(JsonObject json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    /** As it goes over the wire. */
    public final JsonObject json() {
        return json;
    }

    /** This draft with the given field, set or replaced. */
    public final D with(String name, JsonValue value) {
        return copy(Body.with(json, name, value));
    }

    /** A draft of the same kind over another object. */
    protected abstract D copy(JsonObject changed);

    /** This draft with the field, written as the contract writes values of that type. */
    protected final D put(String name, Object value) {
        return copy(Body.with(json, name, Objects.requireNonNull(value, name)));
    }

    /** This draft with one more value at the end of the named array. */
    protected final D append(String name, Object value) {
        return copy(Body.appended(json, name, Objects.requireNonNull(value, name)));
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && json.equals(((Draft<?>) other).json);
    }

    @Override
    public final int hashCode() {
        return json.hashCode();
    }

    /** Names only: values may be secrets or personal. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + json.keySet();
    }
}
