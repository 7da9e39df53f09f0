package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.error.Unauthenticated;
import com.servistech.erp.sdk.identity.NewApiKey;
import com.servistech.erp.sdk.identity.ServiceAccountDraft;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceAccountsTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");

    @Test
    void anIntegratorReadsThePartsAndNothingElse() {
        NewApiKey key = opened();
        ErpClient program = MANAGER.as(Credentials.apiKey(key.key()));
        assertThat(program.parts().list().items()).isNotEmpty();
        assertThatThrownBy(() -> program.orders().board()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> program.users().list()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> program.inStore(UUID.randomUUID()).parts().list())
                .isInstanceOf(Forbidden.class);
        assertThat(Credentials.apiKey(key.key()).toString() + key).doesNotContain(key.key());
    }

    @Test
    void aRevokedKeyIsOutAtOnceAndTheOtherOneGoesOnWithoutNoticing() {
        NewApiKey first = opened();
        UUID account = first.account().id();
        ErpClient old = MANAGER.as(Credentials.apiKey(first.key()));
        ErpClient next = MANAGER.as(
                Credentials.apiKey(MANAGER.serviceAccounts().addKey(account).key()));
        assertThat(old.parts().list().items()).isNotEmpty();
        assertThat(next.parts().list().items()).isNotEmpty();
        MANAGER.serviceAccounts()
                .revokeKey(account, first.account().keys().get(0).id());
        assertThatThrownBy(() -> old.parts().list())
                .isInstanceOfSatisfying(
                        Unauthenticated.class, e -> assertThat(e.code()).isEqualTo("auth.invalid-key"));
        assertThat(next.parts().list().items()).isNotEmpty();
        assertThat(MANAGER.serviceAccounts().close(account).closedAt()).isPresent();
        assertThatThrownBy(() -> next.parts().list()).isInstanceOf(Unauthenticated.class);
        assertThat(MANAGER.serviceAccounts().get(account).keys())
                .hasSize(2)
                .allMatch(known -> known.revokedAt().isPresent());
    }

    @Test
    void theAnswerWithAKeyIsNotKept() {
        CallOptions repeated = CallOptions.none().idempotencyKey("llave-" + RunningServer.unique());
        String first =
                MANAGER.post("/service-accounts", draft().json(), repeated).string("key");
        String second =
                MANAGER.post("/service-accounts", draft().json(), repeated).string("key");
        assertThat(second).isNotEqualTo(first);
    }

    private static NewApiKey opened() {
        return MANAGER.serviceAccounts().open(draft());
    }

    private static ServiceAccountDraft draft() {
        return ServiceAccountDraft.of("Tienda en línea " + RunningServer.unique(), "FRONT_DESK", List.of("PARTS_READ"));
    }
}
