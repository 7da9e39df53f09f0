package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The power of the database goes away and comes back. */
class OutageTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void withoutItsDatabaseTheServerSaysTryAgainAndGoesOnWhenItIsBack() {
        ErpClient desk = SERVER.as("front-desk.ccs-01");
        assertThat(desk.send("GET", "/customers", CallOptions.raw()).status()).isEqualTo(200);
        SERVER.stack().stopPostgres();
        try {
            RawResponse answer = desk.send("GET", "/customers", CallOptions.raw());
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.object().getString("code")).isEqualTo("database.unavailable");
            assertThat(desk.send("GET", "/health/ready", CallOptions.raw().atRoot())
                            .status())
                    .isEqualTo(503);
            assertThat(desk.send("GET", "/health/live", CallOptions.raw().atRoot())
                            .status())
                    .isEqualTo(200);
        } finally {
            SERVER.stack().startPostgres();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int status;
        do {
            status = desk.send("GET", "/customers", CallOptions.raw()).status();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        } while (status != 200 && System.nanoTime() < deadline);
        assertThat(status).isEqualTo(200);
    }
}
