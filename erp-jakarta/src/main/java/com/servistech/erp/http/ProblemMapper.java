package com.servistech.erp.http;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Refused;
import com.servistech.erp.error.Stale;
import com.servistech.erp.error.TooMany;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.tenancy.SqlFailure;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** Every failure leaves as a problem with a stable code; what is inside goes to the log under the request's id. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    private static final Map<Class<? extends ErpException>, Integer> STATUS = Map.of(
            Refused.class, 400,
            Unauthenticated.class, 401,
            Forbidden.class, 403,
            NotFound.class, 404,
            Conflict.class, 409,
            Stale.class, 412,
            Invalid.class, 422,
            TooMany.class, 429,
            Unavailable.class, 503);

    private static final int SERVER_ERROR = 500;

    private static final String DATA_EXCEPTION = "22";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_TIMEOUT = "55P03";

    @Inject
    private RequestContext context;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure = thrown instanceof RuntimeException runtime ? SqlFailure.translated(runtime) : thrown;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ErpException known) {
                return known(known);
            } else if (t instanceof OptimisticLockException) {
                return problem(412, "version.stale", "It was changed by somebody else: read it again")
                        .build();
            }
        }
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < SERVER_ERROR) {
            return http(http);
        }
        return bySqlState(failure);
    }

    private Response known(ErpException known) {
        List<Invalid.Problem> errors = known instanceof Invalid invalid ? invalid.problems() : List.of();
        Response.ResponseBuilder response =
                Problem.of(STATUS.get(known.getClass()), known.code(), known.getMessage(), errors, context.requestId());
        if (known instanceof TooMany tooMany) {
            response.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfter().toSeconds());
        } else if (known instanceof Unavailable || known.code().equals("idempotency.in-progress")) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        } else if (known instanceof Unauthenticated) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private Response http(WebApplicationException http) {
        Response own = http.getResponse();
        if (own.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            return own;
        }
        int status = own.getStatus();
        Response.ResponseBuilder response =
                problem(status, Problem.codeOf(status), Problem.detailOf(status, String.valueOf(http.getMessage())));
        Object allow = own.getHeaders().getFirst(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
    }

    private Response bySqlState(Throwable failure) {
        String state = SqlFailure.stateOf(failure).orElse("");
        if (state.startsWith("40") || state.equals(LOCK_TIMEOUT)) {
            return problem(503, "database.busy", "Two requests got into each other's way: try again")
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        } else if (state.equals(UNIQUE_VIOLATION)) {
            return problem(409, "conflict.exists", "Something like this was entered at the same moment")
                    .build();
        } else if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return problem(409, "conflict.reference", "Something that this refers to is not there")
                    .build();
        } else if (state.startsWith(DATA_EXCEPTION)) {
            return known(
                    Invalid.at("", "input.out-of-range", "A value is larger, smaller or longer than what can be kept"));
        }
        LOG.log(Level.ERROR, "request " + context.requestId() + " failed", failure);
        return problem(500, "internal", "Something is wrong on our side; quote the requestId")
                .build();
    }

    private Response.ResponseBuilder problem(int status, String code, String detail) {
        return Problem.of(status, code, detail, List.of(), context.requestId());
    }
}
