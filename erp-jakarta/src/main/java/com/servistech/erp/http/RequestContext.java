package com.servistech.erp.http;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.UserCaller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What is known about the request so far; {@link RequestFilter} begins it, the gate completes it. */
@RequestScoped
public class RequestContext {

    private String requestId = "none";
    private String address;
    private Bearer bearer;
    private Erp.Door door;
    private String idempotencyKey;
    private String ifMatch;
    private String operation;
    private Body body;
    private String bodySha256;

    void begin(String id, String clientAddress, Bearer found) {
        requestId = id;
        address = clientAddress;
        bearer = found;
    }

    public void enter(Erp.Door opened) {
        door = opened;
    }

    public void conditions(String key, String match) {
        idempotencyKey = key;
        ifMatch = match;
    }

    /** @param sent null when nothing was sent */
    public void body(String operationName, Body sent, String sha256) {
        operation = operationName;
        body = sent;
        bodySha256 = sha256;
    }

    public String requestId() {
        return requestId;
    }

    public Origin origin() {
        return new Origin(requestId, address, null);
    }

    /** Whom the access token speaks for; nobody without a good one. */
    public Optional<Bearer> bearer() {
        return Optional.ofNullable(bearer);
    }

    /** @throws Unauthenticated without a good access token */
    public UserCaller caller() {
        return bearer().orElseThrow(() -> new Unauthenticated(
                        "auth.required", "Sign in and send the access token as Authorization: Bearer"))
                .caller(origin());
    }

    /** The way to the rows that the gate let this request in for. */
    Erp.Door door() {
        if (door == null) {
            throw new IllegalStateException("no door: an open resource uses publicly(..)");
        }
        return door;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    String ifMatch() {
        return ifMatch;
    }

    String operation() {
        return operation;
    }

    Body body() {
        return body;
    }

    String bodySha256() {
        return bodySha256;
    }
}
