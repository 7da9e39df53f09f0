package com.servistech.erp.http;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.error.Stale;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.idempotency.KeptAnswer;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens the one transaction of a request, for the store that the token and {@code X-Store-ID} name. */
@RequestScoped
public class Edge {

    private static final String WHOLE_CHAIN = "*";

    @Inject
    private Erp erp;

    @Inject
    private RequestContext context;

    /** Reads of one store; a SUPER_ADMIN may read the chain with {@code X-Store-ID: *}. */
    public Response read(Function<Session, Answer> body) {
        return answer(door(false, false).read(body));
    }

    /** As {@link #read}, where a SUPER_ADMIN without a store means the chain. */
    public Response readChain(Function<Session, Answer> body) {
        return answer(door(true, false).read(body));
    }

    /** A change that is safe to repeat by its nature or by If-Match. */
    public Response write(Function<Session, Answer> body) {
        return answer(door(false, true).write(body));
    }

    public Response writeChain(Function<Session, Answer> body) {
        return answer(door(true, true).write(body));
    }

    /** A POST; repeated with the same Idempotency-Key it answers the same and changes nothing. */
    public Response post(Function<Session, Answer> body) {
        return kept(door(false, true), body);
    }

    public Response postChain(Function<Session, Answer> body) {
        return kept(door(true, true), body);
    }

    /** A POST that moves money or stock: without an Idempotency-Key it is not begun. */
    public Response postOnce(Function<Session, Answer> body) {
        Erp.Door door = door(false, true);
        if (context.idempotencyKey() == null) {
            throw new Refused(
                    "idempotency.key-required", "Send an Idempotency-Key header, so that a retry cannot act twice");
        }
        return kept(door, body);
    }

    /** Somebody who has not signed in. */
    public <T> T publicly(String purpose, Function<Session, T> body) {
        return erp.outside(new PublicCaller(purpose, origin())).write(body);
    }

    /** A signed-in person about themselves, whatever the store. */
    public <T> T personally(Function<Session, T> body) {
        UserCaller caller = caller();
        return caller.roles().isEmpty()
                ? erp.outside(caller).write(body)
                : erp.inStores(caller, caller.roles().keySet()).write(body);
    }

    /** For work before the transaction: nobody unknown may cause it. */
    public void requireSignedIn() {
        caller();
    }

    /** The version that the caller read. */
    public int expectedVersion() {
        String match = context.ifMatch();
        if (match == null) {
            throw new ClientErrorException("Send If-Match with the ETag that you read", 428);
        }
        if (!match.matches("\"[0-9]{1,9}\"")) {
            throw new Stale("version.stale", "If-Match is not an ETag of this entity: read it again");
        }
        return Integer.parseInt(match.substring(1, match.length() - 1));
    }

    public static Page.Request page(Integer limit, String cursor) {
        return new Page.Request(limit == null ? Page.DEFAULT_LIMIT : limit, cursor);
    }

    private Response kept(Erp.Door door, Function<Session, Answer> body) {
        String key = context.idempotencyKey();
        if (key == null) {
            return answer(door.write(body));
        }
        return door.write(session -> {
            Optional<KeptAnswer> before = session.idempotency().claim(context.operation(), key, context.bodySha256());
            if (before.isPresent()) {
                KeptAnswer kept = before.get();
                return response(kept.status(), kept.headers(), kept.body())
                        .header("Idempotency-Replayed", "true")
                        .build();
            }
            Answer answer = body.apply(session);
            String json = answer.entity() == null ? null : Json.write(answer.entity());
            session.idempotency()
                    .keep(context.operation(), key, new KeptAnswer(answer.status(), answer.headers(), json));
            return response(answer.status(), answer.headers(), json).build();
        });
    }

    private static Response answer(Answer answer) {
        return response(answer.status(), answer.headers(), answer.entity() == null ? null : Json.write(answer.entity()))
                .build();
    }

    private static Response.ResponseBuilder response(int status, Map<String, String> headers, String json) {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return json == null
                ? response
                : response.entity(json).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }

    private Erp.Door door(boolean chainByDefault, boolean writing) {
        UserCaller caller = caller();
        String header = context.storeHeader();
        if (WHOLE_CHAIN.equals(header) && (chainByDefault || !writing)) {
            return erp.inChain(caller);
        }
        if (header != null) {
            return erp.inStore(caller, chosen(header));
        }
        if (caller.superAdmin()) {
            if (chainByDefault) {
                return erp.inChain(caller);
            }
            throw new Refused("store.required", "Choose a store with X-Store-ID, or * to read the chain");
        }
        Bearer bearer = context.bearer();
        if (bearer.homeStore() == null || (writing && caller.roles().size() > 1)) {
            throw new Refused("store.required", "You work in several stores: choose one with X-Store-ID");
        }
        return erp.inStore(caller, new StoreId(bearer.homeStore()));
    }

    private static StoreId chosen(String header) {
        try {
            return StoreId.of(header);
        } catch (IllegalArgumentException e) {
            throw new Forbidden("store.forbidden", "This caller does not belong to the store that was asked for");
        }
    }

    private UserCaller caller() {
        if (context.bearer() == null) {
            throw new Unauthenticated("auth.required", "Sign in and send the access token as Authorization: Bearer");
        }
        return context.bearer().caller(origin());
    }

    private Origin origin() {
        return new Origin(context.requestId(), context.address(), null);
    }
}
