package com.servistech.erp.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a request carries, known to be JSON and not yet known to be right: that is asked by {@link #as}, after the
 * caller, the address and a repeated key had their say.
 */
public final class Body {

    private final JsonNode tree;

    private Body(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws Refused {@code request.malformed} when it is not one JSON value in UTF-8 */
    public static Body parse(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode tree = Json.MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw missing();
            }
            return new Body(tree);
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8");
        } catch (NumberFormatException e) {
            throw malformed("The body has a number that is none");
        } catch (StreamConstraintsException e) {
            throw malformed("The body is nested deeper, or a number in it longer, than anything here");
        } catch (JsonProcessingException e) {
            throw malformed(
                    e.getLocation() == null
                            ? "The body is not JSON"
                            : "The body is not JSON: line %d, column %d"
                                    .formatted(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr()));
        }
    }

    /** For a request that sends nothing where something is needed. */
    public static Refused missing() {
        return malformed("The body is empty; send a JSON object");
    }

    /** @throws Invalid that names every place which does not fit */
    public <R extends Record> R as(Class<R> type) {
        return new Binder().bind(type, tree);
    }

    /**
     * As {@link #as(Class)}, for a body about something that has an address.
     *
     * @param owner reads what the address names; run only when the body does not fit, so that an unknown address is
     *     said to be unknown whatever was sent there
     */
    public <R extends Record> R as(Class<R> type, Runnable owner) {
        try {
            return as(type);
        } catch (Invalid e) {
            owner.run();
            throw e;
        }
    }

    private static Refused malformed(String detail) {
        return new Refused("request.malformed", detail);
    }
}
