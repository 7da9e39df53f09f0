package com.servistech.erp.http;

import com.servistech.erp.identity.Bearer;
import jakarta.enterprise.context.RequestScoped;

/** What the filters found out about the request. */
@RequestScoped
public class RequestContext {

    private String requestId = "none";
    private String address;
    private Bearer bearer;
    private String storeHeader;
    private String idempotencyKey;
    private String ifMatch;
    private String operation;
    private String bodySha256;

    public String requestId() {
        return requestId;
    }

    void begin(String id, String clientAddress) {
        requestId = id;
        address = clientAddress;
    }

    void headers(String store, String key, String match) {
        storeHeader = store;
        idempotencyKey = key;
        ifMatch = match;
    }

    void body(String operationName, String sha256) {
        operation = operationName;
        bodySha256 = sha256;
    }

    void bearer(Bearer found) {
        bearer = found;
    }

    String address() {
        return address;
    }

    Bearer bearer() {
        return bearer;
    }

    String storeHeader() {
        return storeHeader;
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

    String bodySha256() {
        return bodySha256;
    }
}
