package com.servistech.erp.sdk.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server answered with a refusal. {@link #code()} is stable and what programs should look at; the message is one
 * line for people: {@code 409 cash.session-open: register C1 has an open session (request 0192…, 1 attempt)}.
 */
public abstract sealed class ApiException extends ErpClientException
        permits Invalid,
                Unauthenticated,
                Forbidden,
                NotFound,
                Conflict,
                Stale,
                PreconditionRequired,
                TooManyRequests,
                ServerFailure,
                UnexpectedStatus {

    private final transient Refusal refusal;

    ApiException(Refusal refusal) {
        super(line(refusal), null, refusal.idempotencyKey().orElse(null), refusal.attempts());
        this.refusal = refusal;
    }

    /** The exception for an answer, by its status. */
    public static ApiException of(Refusal refusal) {
        int status = refusal.problem().status();
        return switch (status) {
            case 400, 422 -> new Invalid(refusal);
            case 401 -> new Unauthenticated(refusal);
            case 403 -> new Forbidden(refusal);
            case 404 -> new NotFound(refusal);
            case 409 -> new Conflict(refusal);
            case 412 -> new Stale(refusal);
            case 428 -> new PreconditionRequired(refusal);
            case 429 -> new TooManyRequests(refusal);
            default -> status >= 500 ? new ServerFailure(refusal) : new UnexpectedStatus(refusal);
        };
    }

    /** The HTTP status. */
    public final int status() {
        return refusal.problem().status();
    }

    /** The stable name of the refusal, for example {@code inventory.insufficient-stock}. */
    public final String code() {
        return refusal.problem().code();
    }

    /** What the server calls this request; quote it when asking for help. */
    public final String requestId() {
        return refusal.problem().requestId();
    }

    /** The whole problem document. */
    public final Problem problem() {
        return refusal.problem();
    }

    /** The wrong places of the input; empty unless the input is what is wrong. */
    public final List<FieldError> errors() {
        return refusal.problem().errors();
    }

    /** How long the server asks to wait before the next try, if it says so. */
    public final Optional<Duration> retryAfter() {
        return refusal.retryAfter();
    }

    private static String line(Refusal refusal) {
        Problem problem = refusal.problem();
        String places = problem.errors().isEmpty() ? "" : " " + problem.errors();
        String text = problem.status() + " " + problem.code() + ": " + problem.detail() + places + " (request "
                + problem.requestId() + ", " + counted(refusal.attempts()) + ")";
        return text.replaceAll("\\R", " ");
    }
}
