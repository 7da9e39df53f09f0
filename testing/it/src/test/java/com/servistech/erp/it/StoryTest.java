package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.customers.Device;
import com.servistech.erp.sdk.customers.DeviceDraft;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.error.NotFound;
import com.servistech.erp.sdk.repairs.QaResult;
import com.servistech.erp.sdk.repairs.ServiceOrder;
import com.servistech.erp.sdk.repairs.ServiceOrderDraft;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A device comes in, is repaired with a part from stock, checked and handed over; the sister store sees nothing. */
class StoryTest {

    private static final RunningServer SERVER = RunningServer.shared();

    private final ErpClient desk = SERVER.as("front-desk.ccs-01");
    private final ErpClient technician = SERVER.as("technician.ccs-01");
    private final String document = "V-3" + Long.toString(System.nanoTime()).substring(0, 7);

    @Test
    void aDeviceIsTakenInRepairedCheckedAndHandedOverAndTheSisterStoreSeesNone() {
        Customer ana = desk.customers().create(CustomerDraft.of("Ana Pérez", document, "0414-1234567"));
        Device phone = desk.customers().devices(ana.id()).create(DeviceDraft.of("PHONE", "Apple", "iPhone 11"));
        ServiceOrder order = desk.orders()
                .create(ServiceOrderDraft.of(ana.id(), phone.id(), "Pantalla rota")
                        .priority("HIGH")
                        .termsAccepted(true));
        assertThat(order.status()).isEqualTo("TRIAGE");
        assertThat(order.number()).startsWith("CCS-01-");

        UUID technicianId = technician.auth().me().id();
        SERVER.as("supervisor.ccs-01").orders().assign(order.id(), technicianId);
        technician.orders().transition(order.id(), "DIAGNOSIS", "Se revisa");
        UUID part = technician.parts().list().items().get(0).id();
        long shelf = technician.parts().stock(part).onHand().orElseThrow();
        technician.orders().reservePart(order.id(), part, 1);
        technician.orders().transition(order.id(), "QA", "Pantalla cambiada");
        QaResult passed = QaResult.passed().test("pantalla", true);
        assertThatThrownBy(() -> technician.orders().qaResult(order.id(), passed))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("orders.qa-same-person"));
        SERVER.as("qa.ccs-01").orders().qaResult(order.id(), passed);
        assertThat(desk.orders()
                        .transition(order.id(), "DELIVERED", "Entregado")
                        .status())
                .isEqualTo("DELIVERED");
        assertThat(technician.parts().stock(part).onHand()).contains(shelf - 1);

        ErpClient sister = SERVER.as("manager.vln-01");
        assertThatThrownBy(() -> sister.customers().get(ana.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sister.orders().get(order.id())).isInstanceOf(NotFound.class);
        assertThat(sister.customers().list(document).items()).isEmpty();
        assertThat(sister.audit().list("service_orders", order.id().toString()).items())
                .isEmpty();
        assertThat(SERVER.as("manager.ccs-01")
                        .audit()
                        .list("service_orders", order.id().toString())
                        .items())
                .isNotEmpty();
    }

    @Test
    void theSameRequestTwiceWithOneKeyChangesNothingTheSecondTime() {
        CallOptions key = CallOptions.none().idempotencyKey(UUID.randomUUID().toString());
        CustomerDraft draft = CustomerDraft.of("Luis Mora", document, "0414-1234567");
        Customer first = desk.customers().create(draft, key);
        assertThat(desk.customers().create(draft, key).id()).isEqualTo(first.id());
        assertThat(desk.customers().list(document).items()).hasSize(1);
    }
}
