package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.repairs.ServiceOrder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The power of the database goes away in the middle of the story and comes back: nothing is lost, nothing half done. */
class OutageTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Story story = new Story(SERVER, RunningServer.unique());

    @Test
    void withoutItsDatabaseTheServerSaysTryAgainAndTheStoryGoesOnWhenItIsBack() {
        Customer ana = story.customer();
        ServiceOrder order = story.order(ana, story.device(ana));
        UUID part = story.technician.parts().list().items().get(0).id();
        SERVER.stack().stopPostgres();
        try {
            theServerSaysTryAgain(story.desk, ana);
            assertThatThrownBy(() -> story.repaired(order, part))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.status()).isEqualTo(503));
        } finally {
            SERVER.stack().startPostgres();
        }
        awaitAnswers(story.desk);
        assertThat(story.technician.orders().get(order.id()).status()).isEqualTo("TRIAGE");
        story.repaired(order, part);
        assertThat(story.checked(order).status()).isEqualTo("READY");
        assertThat(story.delivered(order).status()).isEqualTo("DELIVERED");
    }

    private static void theServerSaysTryAgain(ErpClient desk, Customer ana) {
        RawResponse answer = desk.send("GET", "/customers/" + ana.id(), CallOptions.raw());
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.object().getString("code")).isEqualTo("database.unavailable");
        assertThat(desk.send("GET", "/health/ready", CallOptions.raw().atRoot()).status())
                .isEqualTo(503);
        assertThat(desk.send("GET", "/health/live", CallOptions.raw().atRoot()).status())
                .isEqualTo(200);
    }

    private static void awaitAnswers(ErpClient desk) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int status;
        do {
            status = desk.send("GET", "/customers", CallOptions.raw()).status();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        } while (status != 200 && System.nanoTime() < deadline);
        assertThat(status).isEqualTo(200);
    }
}
