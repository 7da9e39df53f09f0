package com.servistech.erp.it;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.billing.Invoice;
import com.servistech.erp.sdk.billing.InvoiceDraft;
import com.servistech.erp.sdk.billing.InvoiceLine;
import com.servistech.erp.sdk.billing.Payment;
import com.servistech.erp.sdk.billing.PaymentRequest;
import com.servistech.erp.sdk.commissions.Settlement;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.customers.Device;
import com.servistech.erp.sdk.customers.DeviceDraft;
import com.servistech.erp.sdk.repairs.QaResult;
import com.servistech.erp.sdk.repairs.Reservation;
import com.servistech.erp.sdk.repairs.ServiceOrder;
import com.servistech.erp.sdk.repairs.ServiceOrderDraft;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The shop's day over HTTP, one step a method, each with an idempotency key of its own: told twice by the same name, the
 * second time changes nothing.
 */
final class Story {

    static final Money LABOUR = Money.usd("62.00");

    private final RunningServer server;
    private final String name;
    private final LocalDate today = LocalDate.now(Work.CARACAS);

    final ErpClient desk;
    final ErpClient technician;
    final ErpClient supervisor;
    final ErpClient qa;
    final ErpClient manager;

    /** @param name tells one telling from another; digits */
    Story(RunningServer server, String name) {
        this.server = server;
        this.name = name;
        this.desk = server.as("front-desk.ccs-01");
        this.technician = server.as("technician.ccs-01");
        this.supervisor = server.as("supervisor.ccs-01");
        this.qa = server.as("qa.ccs-01");
        this.manager = server.as("manager.ccs-01");
    }

    String document() {
        return "V-3" + name;
    }

    YearMonth period() {
        return YearMonth.from(today);
    }

    Customer customer() {
        return desk.customers().create(CustomerDraft.of("Ana Pérez", document(), "0414-1234567"), key("customer"));
    }

    Device device(Customer customer) {
        return desk.customers()
                .devices(customer.id())
                .create(DeviceDraft.of("PHONE", "Apple", "iPhone 11"), key("device"));
    }

    ServiceOrder order(Customer customer, Device device) {
        ServiceOrderDraft intake = ServiceOrderDraft.of(customer.id(), device.id(), "Pantalla rota")
                .priority("HIGH")
                .termsAccepted(true);
        return desk.orders().create(intake, key("order"));
    }

    Reservation repaired(ServiceOrder order, UUID part) {
        supervisor.orders().assign(order.id(), technician.auth().me().id(), key("assign"));
        technician.orders().transition(order.id(), "DIAGNOSIS", "Se revisa", key("diagnosis"));
        Reservation reservation = technician.orders().reservePart(order.id(), part, 1, key("part"));
        technician.orders().transition(order.id(), "QA", "Pantalla cambiada", key("to-qa"));
        return reservation;
    }

    ServiceOrder checked(ServiceOrder order) {
        return qa.orders().qaResult(order.id(), passed(), key("checked"));
    }

    static QaResult passed() {
        return QaResult.passed().test("pantalla", true);
    }

    ServiceOrder delivered(ServiceOrder order) {
        return desk.orders().transition(order.id(), "DELIVERED", "Entregado", key("delivered"));
    }

    Invoice invoice(Customer customer, ServiceOrder order, UUID part) {
        InvoiceDraft draft = InvoiceDraft.to(customer.id())
                .order(order.id())
                .line(InvoiceLine.service("Cambio de pantalla", 1, LABOUR).tax("GENERAL"))
                .line(InvoiceLine.part(part, "Pantalla", 1, Money.usd("38.00")).tax("GENERAL"));
        return desk.invoices().issue(draft, key("invoice"));
    }

    Payment halfInCash(Invoice invoice) {
        return desk.invoices().pay(invoice.id(), PaymentRequest.cashUsd(Money.usd("58.00")), key("cash"));
    }

    Payment theRestByPagoMovil(Invoice invoice, Money ves) {
        PaymentRequest payment = PaymentRequest.pagoMovil(ves, "0102", "04141234567", "PM" + name, today);
        return desk.invoices().pay(invoice.id(), payment, key("mobile"));
    }

    Payment seenToArrive(Payment payment) {
        return supervisor.payments().confirm(payment.id(), key("confirm"));
    }

    Settlement settled() {
        return manager.commissions().settle(period(), key("settle"));
    }

    private CallOptions key(String step) {
        return CallOptions.none().idempotencyKey("story-" + name + "-" + step);
    }
}
