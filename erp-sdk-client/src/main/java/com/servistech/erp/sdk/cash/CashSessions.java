package com.servistech.erp.sdk.cash;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.UUID;

/** The cash sessions of the store. */
public final class CashSessions {

    private final ErpClient erp;

    private CashSessions(ErpClient erp) {
        this.erp = erp;
    }

    public static CashSessions over(ErpClient erp) {
        return new CashSessions(erp);
    }

    /** All of them, page by page. */
    public Page<CashSession> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<CashSession> list(CallOptions options) {
        return erp.page("/cash-sessions", options, CashSession::over);
    }

    public CashSession get(UUID id) {
        return CashSession.over(erp.get(at(id), CallOptions.none()));
    }

    /** The caller's open session. */
    public CashSession current() {
        return CashSession.over(erp.get("/cash-sessions/current", CallOptions.none()));
    }

    /** Opens the register with what is in the drawer. */
    public CashSession open(String register, Money openingUsd, Money openingVes) {
        return open(register, openingUsd, openingVes, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public CashSession open(String register, Money openingUsd, Money openingVes, CallOptions options) {
        return CashSession.over(erp.post(
                "/cash-sessions",
                Body.of("register", register, "openingUsd", openingUsd, "openingVes", openingVes),
                options));
    }

    /** Closes the session with what was counted. */
    public CashCount close(UUID id, Money countedUsd, Money countedVes) {
        return close(id, countedUsd, countedVes, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public CashCount close(UUID id, Money countedUsd, Money countedVes, CallOptions options) {
        return CashCount.over(
                erp.post(at(id) + "/close", Body.of("countedUsd", countedUsd, "countedVes", countedVes), options));
    }

    /** The same with the reason of a difference. */
    public CashCount close(UUID id, Money countedUsd, Money countedVes, String reason) {
        return close(id, countedUsd, countedVes, reason, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public CashCount close(UUID id, Money countedUsd, Money countedVes, String reason, CallOptions options) {
        return CashCount.over(erp.post(
                at(id) + "/close",
                Body.of("countedUsd", countedUsd, "countedVes", countedVes, "reason", reason),
                options));
    }

    /** Pays something small out of the drawer. */
    public JsonView spend(UUID id, Money amount, String category, String description) {
        return erp.post(
                at(id) + "/expenses",
                Body.of("amount", amount, "category", category, "description", description),
                CallOptions.none());
    }

    /** The same with the number of the receipt and its picture, as {@code files()} stored it. */
    public JsonView spend(
            UUID id, Money amount, String category, String description, String receipt, UUID receiptFileId) {
        return erp.post(
                at(id) + "/expenses",
                Body.of(
                        "amount",
                        amount,
                        "category",
                        category,
                        "description",
                        description,
                        "receipt",
                        receipt,
                        "receiptFileId",
                        receiptFileId),
                CallOptions.none());
    }

    /** Takes cash to the bank, with the number of the slip. */
    public JsonView depositAtBank(UUID id, Money amount, String reference, String reason) {
        return erp.post(
                at(id) + "/transfers",
                Body.of("kind", "BANK_DEPOSIT", "amount", amount, "reference", reference, "reason", reason),
                CallOptions.none());
    }

    /** Accepts a difference above the limit. */
    public CashSession approve(UUID id, String note) {
        return CashSession.over(erp.post(at(id) + "/approval", Body.of("note", note), CallOptions.none()));
    }

    /** The Z of a closed session; the X of an open one for supervisors. */
    public SessionReport report(UUID id) {
        return SessionReport.over(erp.get(at(id) + "/report", CallOptions.none()));
    }

    private static String at(UUID id) {
        return "/cash-sessions/" + id;
    }
}
