package com.servistech.erp.http;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.files.FileContent;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.idempotency.KeptAnswer;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.PublicCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens the one transaction of a request, in the scope that the gate let it in for. */
@RequestScoped
public class Edge {

    private static final int NO_VERSION = -1;

    @Inject
    private Erp erp;

    @Inject
    private RequestContext context;

    public Response read(Function<Session, Answer> body) {
        return answer(context.door().read(body));
    }

    /** A file that the caller may keep: never in a shared cache. */
    public Response file(String mediaType, Function<Session, Download> body) {
        Download download = context.door().read(body);
        return Response.ok(download.bytes(), mediaType)
                .header("Content-Disposition", "inline; filename=\"" + download.name() + "\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** A file that somebody handed in: saved and not shown, so that nothing in it runs in our name. */
    public Response stored(Function<Session, FileContent> body) {
        FileContent content = context.door().read(body);
        return Response.ok(content.bytes(), content.file().mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + content.file().name() + "\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** For what talks to the world outside between its transactions; doing it twice does no harm. */
    public Response outside(Function<Erp.Door, Answer> body) {
        return answer(body.apply(context.door()));
    }

    /** A change that is safe to repeat by its nature or by If-Match. */
    public Response write(Function<Session, Answer> body) {
        return answer(context.door().write(body));
    }

    /** A POST; repeated with the same Idempotency-Key it answers the same and changes nothing. */
    public Response post(Function<Session, Answer> body) {
        String key = context.idempotencyKey();
        if (key == null) {
            return write(body);
        }
        return context.door().write(session -> {
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

    /** For somebody who has not signed in. */
    public <T> T publicly(String purpose, Function<Session, T> body) {
        return erp.outside(new PublicCaller(purpose, context.origin())).write(body);
    }

    /** The version that the caller read; one that no entity has when If-Match is no ETag of ours. */
    public int expectedVersion() {
        String match = context.ifMatch();
        return match.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(match.substring(1, match.length() - 1)) : NO_VERSION;
    }

    public static Page.Request page(Integer limit, String cursor) {
        return new Page.Request(limit == null ? Page.DEFAULT_LIMIT : limit, cursor);
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
}
