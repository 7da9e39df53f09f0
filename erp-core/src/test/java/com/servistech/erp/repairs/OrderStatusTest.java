package com.servistech.erp.repairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "TRIAGE|DIAGNOSIS, CANCELLED",
                "DIAGNOSIS|AWAITING_PART, MICRO_SOLDERING, QA, CANCELLED",
                "AWAITING_PART|DIAGNOSIS, MICRO_SOLDERING, QA, CANCELLED",
                "MICRO_SOLDERING|AWAITING_PART, QA, CANCELLED",
                "QA|DIAGNOSIS, MICRO_SOLDERING, READY, CANCELLED",
                "READY|QA, DELIVERED",
                "DELIVERED|WARRANTY",
                "WARRANTY|-",
                "CANCELLED|-"
            })
    void onlyTheMovesOfTheWorkshopAreLegal(OrderStatus from, String to) {
        List<String> legal = to == null ? List.of() : List.of(to.split(", "));

        assertThat(from.next()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(legal);
    }

    @Test
    void anIllegalMoveSaysWhereTheOrderMayGoInstead() {
        Conflict conflict = catchThrowableOfType(Conflict.class, () -> order().requireMove(OrderStatus.READY));

        assertThat(conflict.code()).isEqualTo("orders.illegal-transition");
        assertThat(conflict).hasMessageContaining("DIAGNOSIS, CANCELLED");
    }

    @Test
    void eachMoveIsForTheRoleWhoseWorkItIs() {
        assertThat(OrderStatus.TRIAGE.permissionTo(OrderStatus.DIAGNOSIS)).isEqualTo(Permission.ORDERS_REPAIR);
        assertThat(OrderStatus.DIAGNOSIS.permissionTo(OrderStatus.QA)).isEqualTo(Permission.ORDERS_REPAIR);
        assertThat(OrderStatus.QA.permissionTo(OrderStatus.DIAGNOSIS)).isEqualTo(Permission.ORDERS_QA);
        assertThat(OrderStatus.READY.permissionTo(OrderStatus.DELIVERED)).isEqualTo(Permission.ORDERS_DELIVER);
        assertThat(OrderStatus.TRIAGE.permissionTo(OrderStatus.CANCELLED)).isEqualTo(Permission.ORDERS_RECEIVE);
    }

    @Test
    void everythingWrongWithAnIntakeIsSaidAtOnce() {
        NewOrder form = new NewOrder(null, UUID.randomUUID(), " ", null, new Checklist(Map.of("screen", 3)), false);

        Invalid invalid = catchThrowableOfType(Invalid.class, form::checked);

        assertThat(invalid.problems())
                .extracting(Invalid.Problem::pointer)
                .containsExactly("/customerId", "/reportedIssue", "/checklist/screen", "/termsAccepted");
    }

    @Test
    void aDeviceWithAFailedTestHasNotPassed() {
        NewQaResult result = new NewQaResult(true, List.of(new QaTest("microphone", false, null)), null);

        assertThat(catchThrowableOfType(Invalid.class, result::checked).problems())
                .extracting(Invalid.Problem::code)
                .containsExactly("qa.failed-test");
    }

    @Test
    void aChecklistIsReadBackAsItWasWritten() {
        Checklist checklist = new Checklist(Map.of("screen", "cracked", "powers on", true, "sim tray", false));

        assertThat(Checklist.of(checklist.json())).isEqualTo(checklist);
    }

    private static ServiceOrder order() {
        NewOrder intake = new NewOrder(UUID.randomUUID(), UUID.randomUUID(), "No charge", Priority.LOW, null, true);
        return new ServiceOrder(UUID.randomUUID(), UUID.randomUUID(), "CCS-01-000001", intake, NOW);
    }
}
