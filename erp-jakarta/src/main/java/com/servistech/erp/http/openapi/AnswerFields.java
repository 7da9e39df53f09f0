package com.servistech.erp.http.openapi;

import com.servistech.erp.backup.BackupView;
import com.servistech.erp.billing.book.IgtfBook;
import com.servistech.erp.billing.book.SalesBook;
import com.servistech.erp.billing.deliverynote.DeliveryNoteView;
import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.billing.fiscal.FormLot;
import com.servistech.erp.billing.fiscal.SpoiledForm;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.payment.Credit;
import com.servistech.erp.billing.payment.PaymentPreview;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.refund.RefundView;
import com.servistech.erp.cash.CashCount;
import com.servistech.erp.cash.CashExpenseView;
import com.servistech.erp.cash.CashSessionView;
import com.servistech.erp.cash.CashTransferView;
import com.servistech.erp.cash.SessionReport;
import com.servistech.erp.commissions.debit.DebitView;
import com.servistech.erp.commissions.decision.RuleView;
import com.servistech.erp.commissions.pay.Payroll;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.counts.CountView;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.health.HealthReport;
import com.servistech.erp.http.audit.AuditedChange;
import com.servistech.erp.http.audit.ChainVerdict;
import com.servistech.erp.http.commissions.CommissionsResource.Commission;
import com.servistech.erp.http.identity.AuthResource.Me;
import com.servistech.erp.identity.ServiceAccountCard;
import com.servistech.erp.identity.UserCard;
import com.servistech.erp.inventory.MovementView;
import com.servistech.erp.inventory.PartView;
import com.servistech.erp.inventory.PriceView;
import com.servistech.erp.inventory.ReservationView;
import com.servistech.erp.jobs.JobView;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.ledger.TrialBalance;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Freshness;
import com.servistech.erp.rates.RateChart;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.rates.Refreshed;
import com.servistech.erp.rates.market.MarketSummary;
import com.servistech.erp.repairs.OrderCard;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.repairs.QaResultView;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.repairs.TransitionView;
import com.servistech.erp.services.ServicePriceView;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.LimitCard;
import com.servistech.erp.stores.PolicyCard;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.transfers.TransferView;
import com.servistech.erp.treasury.Bank;
import com.servistech.erp.treasury.PaymentMethod;
import com.servistech.erp.treasury.ShopAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the core's answers say in words and a type does not: which fields may be null, which texts have a closed list of
 * values. Real answers are held against it by a test.
 */
final class AnswerFields {

    private static final List<String> STATUS = List.of("PENDING", "PARTIAL", "PAID", "CREDITED");
    private static final List<String> SOURCE = List.of("BCV", "MANUAL", "QUORUM");

    private static final Map<Class<?>, Set<String>> NULLABLE = Map.ofEntries(
            Map.entry(
                    AuditedChange.class,
                    Set.of(
                            "entityId",
                            "oldValues",
                            "newValues",
                            "rowsSha256",
                            "userId",
                            "role",
                            "requestId",
                            "address",
                            "reason")),
            Map.entry(ChainVerdict.Found.class, Set.of("position", "entry")),
            Map.entry(BackupView.class, Set.of("completedAt", "sizeBytes", "sha256", "provenAt", "trouble")),
            Map.entry(
                    CashSessionView.class,
                    Set.of("closedBy", "closedAt", "expected", "counted", "difference", "reason", "approvedBy")),
            Map.entry(Commission.class, Set.of("orderId", "invoiceId")),
            Map.entry(
                    DebitView.class,
                    Set.of("orderId", "reworkPersonId", "reworkAmount", "charged", "decidedBy", "decidedAt", "note")),
            Map.entry(
                    PeriodView.class,
                    Set.of(
                            "calculatedBy",
                            "approvedBy",
                            "approvedAt",
                            "reopenedBy",
                            "reopenedAt",
                            "reopenReason",
                            "closedBy",
                            "closedAt")),
            Map.entry(RuleView.class, Set.of("role", "personId", "validFrom", "validTo", "decidedBy", "decidedAt")),
            Map.entry(StatementView.class, Set.of("id", "approvedAt", "payout")),
            Map.entry(StatementView.Payout.class, Set.of("reference")),
            Map.entry(
                    HealthReport.class,
                    Set.of(
                            "growthBytes",
                            "newestBackup",
                            "provenBackup",
                            "provenAt",
                            "exposureMinutes",
                            "walArchive",
                            "bankValueDate",
                            "bankFreshness",
                            "marketRateAt",
                            "diskFreeBytes")),
            Map.entry(JobView.class, Set.of("nextRun", "lastRun")),
            Map.entry(
                    RunView.class,
                    Set.of("node", "startedAt", "endedAt", "total", "note", "error", "askedBy", "executionId")),
            Map.entry(CustomerView.class, Set.of("email", "address")),
            Map.entry(DeviceView.class, Set.of("serialNumber", "imei", "color")),
            Map.entry(
                    InvoiceView.class,
                    Set.of(
                            "number",
                            "controlNumber",
                            "customerAddress",
                            "orderId",
                            "issuedAt",
                            "businessDay",
                            "rate",
                            "totalVes",
                            "pendingVoucher",
                            "lines")),
            Map.entry(InvoiceView.TaxLine.class, Set.of("baseVes", "amountVes")),
            Map.entry(InvoiceView.TaxPart.class, Set.of("amountVes")),
            Map.entry(InvoiceView.Line.class, Set.of("partId", "serviceId", "minutes", "warrantyDays", "netVes")),
            Map.entry(NoteView.class, Set.of("controlNumber", "customerAddress", "refundDue")),
            Map.entry(
                    DeliveryNoteView.class,
                    Set.of("customerAddress", "orderId", "invoiceId", "invoiceNumber", "remarks", "lines")),
            Map.entry(DeliveryNoteView.Line.class, Set.of("serialNumber")),
            Map.entry(NoteView.Affected.class, Set.of("controlNumber")),
            Map.entry(NoteView.Line.class, Set.of("invoiceLine")),
            Map.entry(
                    SalesBook.Row.class,
                    Set.of(
                            "customerDocument",
                            "customerName",
                            "documentType",
                            "number",
                            "controlNumber",
                            "machineReport",
                            "affected",
                            "voucher")),
            Map.entry(SalesBook.Rate.class, Set.of("percent")),
            Map.entry(IgtfBook.Row.class, Set.of("customerDocument", "customerName", "invoice", "method", "base")),
            Map.entry(Explanation.class, Set.of("number", "policyId")),
            Map.entry(Explanation.Observation.class, Set.of("evidenceSha256")),
            Map.entry(Explanation.Step.class, Set.of("exact", "result")),
            Map.entry(LimitCard.class, Set.of("validFrom", "reason")),
            Map.entry(PolicyCard.class, Set.of("validFrom")),
            Map.entry(SpoiledForm.class, Set.of("documentId")),
            Map.entry(FormLot.class, Set.of("printedOn")),
            Map.entry(Me.class, Set.of("role", "storeId")),
            Map.entry(
                    OrderCard.class,
                    Set.of(
                            "technicianId",
                            "technicianName",
                            "readyAt",
                            "deliveredAt",
                            "invoiceId",
                            "total",
                            "balance")),
            Map.entry(
                    OrderView.class,
                    Set.of(
                            "technicianId",
                            "technicianName",
                            "diagnosis",
                            "receivedBy",
                            "readyAt",
                            "deliveredBy",
                            "deliveredAt",
                            "invoiceId",
                            "total",
                            "balance")),
            Map.entry(
                    PaymentView.class,
                    Set.of(
                            "invoiceId",
                            "orderId",
                            "receiptNumber",
                            "balance",
                            "balanceVes",
                            "status",
                            "reference",
                            "bankCode",
                            "voucherNumber",
                            "accountId",
                            "creditId",
                            "reason")),
            Map.entry(PaymentPreview.class, Set.of("balanceVes")),
            Map.entry(Credit.class, Set.of("method")),
            Map.entry(Bank.class, Set.of("validTo")),
            Map.entry(CashExpenseView.class, Set.of("receipt", "receiptFileId")),
            Map.entry(PaymentMethod.class, Set.of("currency")),
            Map.entry(RefundView.class, Set.of("usd", "rate", "decidedBy", "reason")),
            Map.entry(ShopAccount.class, Set.of("bankCode", "number")),
            Map.entry(CashTransferView.class, Set.of("accountId", "reference")),
            Map.entry(PartView.class, Set.of("categoryId", "category", "onHand", "available")),
            Map.entry(MovementView.class, Set.of("paidCost", "reason", "referenceId", "orderId", "movedBy")),
            Map.entry(PriceView.class, Set.of("reason", "recordedBy")),
            Map.entry(ServiceView.class, Set.of("modelId", "model")),
            Map.entry(ServicePriceView.class, Set.of("reason", "recordedBy")),
            Map.entry(CountView.class, Set.of("submittedBy", "submittedAt", "decidedBy", "decidedAt", "reason", "off")),
            Map.entry(
                    CountView.Line.class,
                    Set.of("counted", "countedBy", "countedAt", "expected", "difference", "value")),
            Map.entry(
                    TransferView.class,
                    Set.of("note", "reason", "requestedBy", "sentBy", "sentAt", "closedBy", "closedAt")),
            Map.entry(QaResultView.class, Set.of("notes", "checkedByName")),
            Map.entry(QaTest.class, Set.of("notes")),
            Map.entry(Freshness.class, Set.of("valueDate")),
            Map.entry(MarketSummary.class, Set.of("buy", "sell", "spread")),
            Map.entry(RateChart.class, Set.of("lowest", "highest", "change")),
            Map.entry(RateView.class, Set.of("reason", "operationDate", "publishedAt", "evidence", "market")),
            Map.entry(Refreshed.class, Set.of("reason", "rate")),
            Map.entry(ServiceAccountCard.class, Set.of("closedAt")),
            Map.entry(ServiceAccountCard.Key.class, Set.of("revokedAt", "lastUsedAt")),
            Map.entry(StoreCard.class, Set.of("phone")),
            Map.entry(TransitionView.class, Set.of("from", "note", "movedBy", "movedByName")),
            Map.entry(UserCard.class, Set.of("role", "storeId")));

    private static final Map<Class<?>, Map<String, List<String>>> WORDS = Map.ofEntries(
            Map.entry(CashSessionView.class, Map.of("state", List.of("OPEN", "CLOSED", "AWAITING_APPROVAL"))),
            Map.entry(CashCount.class, Map.of("state", List.of("CLOSED", "AWAITING_APPROVAL"))),
            Map.entry(
                    Commission.class,
                    Map.of(
                            "kind", List.of("EARN", "ADJUST", "DEBIT", "CARRY", "PAYOUT"),
                            "basis", List.of("GROSS_PROFIT", "UNIT", "ACCESSORIES", "REWORK", "DEBIT", "STATEMENT"))),
            Map.entry(DebitView.class, Map.of("state", List.of("PROPOSED", "APPROVED", "REFUSED", "REVERSED"))),
            Map.entry(PeriodView.class, Map.of("state", List.of("OPEN", "CALCULATED", "APPROVED", "PAID", "CLOSED"))),
            Map.entry(Payroll.class, Map.of("state", List.of("OPEN", "CALCULATED", "APPROVED", "PAID", "CLOSED"))),
            Map.entry(RuleView.class, Map.of("basis", List.of("GROSS_PROFIT", "UNIT", "ACCESSORIES"))),
            Map.entry(DocumentRate.class, Map.of("source", SOURCE)),
            Map.entry(
                    InvoiceView.class,
                    Map.of("documentState", List.of("DRAFT", "ISSUED", "ISSUED_PENDING_CONTROL"), "status", STATUS)),
            Map.entry(
                    IssuerCard.class,
                    Map.of(
                            "regime", List.of("ORDINARY", "SPECIAL", "FORMAL", "UNREGISTERED"),
                            "missingRate", List.of("REFUSE", "PROVISIONAL_LAST_KNOWN"),
                            "weekendRate", List.of("NEXT_BANKING_DAY", "LATEST_EFFECTIVE"))),
            Map.entry(
                    PaymentView.class,
                    Map.of("state", List.of("REPORTED", "CONFIRMED", "REJECTED", "REVERSED"), "status", STATUS)),
            Map.entry(
                    RateView.class,
                    Map.of(
                            "state", List.of("ACCEPTED", "SUSPECT", "REJECTED", "PROVISIONAL", "WITNESS"),
                            "channel",
                                    List.of("PAGE", "XLS", "HISTORY", "MANUAL", "P2P", "QUOTE", "WITNESS", "QUORUM"))),
            Map.entry(RunView.class, Map.of("cause", List.of("SCHEDULE", "MANUAL"))),
            Map.entry(ReservationView.class, Map.of("status", List.of("OPEN", "CONSUMED", "RELEASED"))),
            Map.entry(RefundView.class, Map.of("state", List.of("REQUESTED", "PAID", "REFUSED"))),
            Map.entry(Credit.class, Map.of("origin", List.of("OVERPAYMENT", "DEPOSIT", "REFUND"))),
            Map.entry(SessionReport.class, Map.of("kind", List.of("X", "Z"))),
            Map.entry(
                    TrialBalance.Row.class,
                    Map.of("kind", List.of("ASSET", "LIABILITY", "EQUITY", "INCOME", "EXPENSE"))));

    private AnswerFields() {}

    static boolean mayBeNull(Class<?> answer, String field) {
        return NULLABLE.getOrDefault(answer, Set.of()).contains(field);
    }

    static Optional<List<String>> words(Class<?> answer, String field) {
        return Optional.ofNullable(WORDS.getOrDefault(answer, Map.of()).get(field));
    }
}
