package com.servistech.erp.sdk;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A thing as the server described it: a small immutable view over its JSON. Fields that this client does not know are
 * in {@link #json()} and {@link #view()}; a field of a wrong type fails when it is read, not before.
 */
public abstract class Model {

    private final JsonView view;

    protected Model(JsonView view) {
        this.view = view;
    }

    /** Typed access to every field, also to those without a method of their own. */
    public final JsonView view() {
        return view;
    }

    /** The object as the server sent it. */
    public final JsonObject json() {
        return view.json();
    }

    /** The version of the thing, which an update has to name; empty if it was read as part of something else. */
    public final Optional<String> etag() {
        return view.origin().flatMap(answer -> answer.header("ETag"));
    }

    /** The key under which the act that led to this was sent; empty if this was only read. */
    public final Optional<String> idempotencyKey() {
        return view.origin().flatMap(RawResponse::idempotencyKey);
    }

    /** Whether the server had done the act before under the same key, and gave its first answer again. */
    public final boolean replayed() {
        return view.origin().map(RawResponse::replayed).orElse(false);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && view.equals(((Model) other).view);
    }

    @Override
    public final int hashCode() {
        return view.hashCode();
    }

    /** The kind and the id only: the rest may be personal or secret. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "["
                + view.optional("id", view::string).orElse("") + "]";
    }
}
