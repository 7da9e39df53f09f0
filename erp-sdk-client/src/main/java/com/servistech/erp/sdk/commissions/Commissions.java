package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The commissions of the store. */
public final class Commissions {

    private final ErpClient erp;

    private Commissions(ErpClient erp) {
        this.erp = erp;
    }

    public static Commissions over(ErpClient erp) {
        return new Commissions(erp);
    }

    /** All of them, page by page. */
    public Page<CommissionEntry> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<CommissionEntry> list(CallOptions options) {
        return erp.page("/commissions", options, CommissionEntry::over);
    }

    /** The entries of a month. */
    public Page<CommissionEntry> list(YearMonth period) {
        return list(CallOptions.none().query("period", period.toString()));
    }

    /** The entries of a person in a month. */
    public Page<CommissionEntry> list(YearMonth period, UUID technicianId) {
        return list(
                CallOptions.none().query("period", period.toString()).query("technicianId", technicianId.toString()));
    }

    /** Settles the month. */
    public Settlement settle(YearMonth period) {
        return settle(period, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Settlement settle(YearMonth period, CallOptions options) {
        return Settlement.over(erp.post("/commissions/settlements", Body.of("period", period), options));
    }

    /** Why an entry says what it says: steps for programs, with a sentence in Spanish and in English each. */
    public JsonView explanation(UUID entryId) {
        return erp.get("/commissions/" + entryId + "/explanation", CallOptions.none());
    }

    /** The months of commissions, newest first. */
    public Page<CommissionPeriod> periods() {
        return erp.page("/commissions/periods", CallOptions.none(), CommissionPeriod::over);
    }

    public CommissionPeriod period(YearMonth period) {
        return CommissionPeriod.over(erp.get(of(period), CallOptions.none()));
    }

    /** Approves what somebody else calculated. */
    public CommissionPeriod approve(YearMonth period) {
        return CommissionPeriod.over(erp.post(of(period) + "/approval", Body.of(), CallOptions.none()));
    }

    /** Takes an approval back while nobody was paid. */
    public CommissionPeriod reopen(YearMonth period, String reason) {
        return CommissionPeriod.over(
                erp.post(of(period) + "/reopening", Body.of("reason", reason), CallOptions.none()));
    }

    /** Closes a month that was paid, for good. */
    public CommissionPeriod close(YearMonth period) {
        return CommissionPeriod.over(erp.post(of(period) + "/closing", Body.of(), CallOptions.none()));
    }

    /** Pays approved statements by bank transfer: ids of statements, or of all their entries. */
    public List<CommissionStatement> pay(List<UUID> ids) {
        return pay(ids, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public List<CommissionStatement> pay(List<UUID> ids, CallOptions options) {
        return erp.post("/commissions/payments", Body.of("ids", ids), options).objects("statements").stream()
                .map(CommissionStatement::over)
                .toList();
    }

    /** What everybody is paid for a month; as it would be until it is approved. */
    public Payroll payroll(YearMonth period) {
        return Payroll.over(erp.get("/reports/payroll", CallOptions.none().query("period", period.toString())));
    }

    /** The payroll as text for a spreadsheet, a person a row. */
    public String payrollCsv(YearMonth period) {
        return erp.send("GET", "/reports/payroll/csv", CallOptions.none().query("period", period.toString()))
                .text();
    }

    /** A person's month as PDF. */
    public byte[] statementPdf(YearMonth period, UUID personId) {
        return erp.send("GET", of(period) + "/statement", CallOptions.none().query("personId", personId.toString()))
                .bytes();
    }

    /** Proposes a charge against a person's pay. */
    public CommissionDebit propose(CommissionDebitDraft debit) {
        return CommissionDebit.over(erp.post("/commissions/debits", debit.json(), CallOptions.none()));
    }

    public CommissionDebit debit(UUID id) {
        return CommissionDebit.over(erp.get("/commissions/debits/" + id, CallOptions.none()));
    }

    /** A picture or paper that shows why, also for the person who is charged. */
    public byte[] debitFile(UUID id, UUID fileId) {
        return erp.send("GET", "/commissions/debits/" + id + "/files/" + fileId, CallOptions.none())
                .bytes();
    }

    /** Debits, newest first. */
    public Page<CommissionDebit> debits() {
        return erp.page("/commissions/debits", CallOptions.none(), CommissionDebit::over);
    }

    /** What the person who is charged says to it. */
    public CommissionDebit answerDebit(UUID id, String answer) {
        return decide(id, "answer", "answer", answer);
    }

    /** Charges a debit that somebody else proposed. */
    public CommissionDebit approveDebit(UUID id, String note) {
        return decide(id, "approval", "note", note);
    }

    /** Refuses it. */
    public CommissionDebit refuseDebit(UUID id, String note) {
        return decide(id, "refusal", "note", note);
    }

    /** Takes an approved one back. */
    public CommissionDebit reverseDebit(UUID id, String note) {
        return decide(id, "reversal", "note", note);
    }

    /** What the store decided about shares and amounts, and the standards. */
    public List<JsonView> rules() {
        return erp.get("/commissions/rules", CallOptions.none()).objects("rules");
    }

    /** Decides for a person, from today on. @param basis GROSS_PROFIT, UNIT or ACCESSORIES */
    public JsonView decideRule(String basis, UUID personId, BigDecimal rate, String reason) {
        return erp.post(
                "/commissions/rules",
                Body.of("basis", basis, "personId", personId, "rate", rate, "reason", reason),
                CallOptions.none());
    }

    /** How the store counts today. */
    public JsonView terms() {
        return erp.get("/commissions/rules/terms", CallOptions.none());
    }

    /** Decides one of the terms from today on. */
    public JsonView decideTerm(String name, String value, String reason) {
        return erp.post("/commissions/rules/terms", Body.of(name, value, "reason", reason), CallOptions.none());
    }

    /** Says who repaired an order together. @param shares by person, a hundred together */
    public JsonView split(UUID orderId, String mode, Map<UUID, BigDecimal> shares, String reason) {
        List<JsonObject> members = shares.entrySet().stream()
                .map(share -> Body.of("personId", share.getKey(), "percent", share.getValue()))
                .toList();
        return erp.post(
                "/commissions/rules/splits",
                Body.of("orderId", orderId, "mode", mode, "shares", members, "reason", reason),
                CallOptions.none());
    }

    private CommissionDebit decide(UUID id, String act, String field, String text) {
        return CommissionDebit.over(
                erp.post("/commissions/debits/" + id + "/" + act, Body.of(field, text), CallOptions.none()));
    }

    private static String of(YearMonth period) {
        return "/commissions/periods/" + period;
    }
}
