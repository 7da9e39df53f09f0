package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.commissions.CommissionDebit;
import com.servistech.erp.sdk.commissions.CommissionDebitDraft;
import com.servistech.erp.sdk.commissions.CommissionEntry;
import com.servistech.erp.sdk.commissions.CommissionPeriod;
import com.servistech.erp.sdk.commissions.CommissionStatement;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month of commissions over HTTP, from the debit to the money: in a store where no other test settles. */
class CommissionsTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};
    private static final YearMonth MONTH = YearMonth.from(LocalDate.now(Work.CARACAS));

    private final ErpClient manager = SERVER.as("manager.mcb-01");
    private final ErpClient supervisor = SERVER.as("supervisor.mcb-01");
    private final ErpClient accountant = SERVER.as("accountant.mcb-01");
    private final ErpClient technician = SERVER.as("technician.mcb-01");
    private final ErpClient qa = SERVER.as("qa.mcb-01");

    @BeforeAll
    static void theBankPublishesTodaysRate() {
        SERVER.publishRate();
        SERVER.as("manager.ccs-01").rates().refresh("BCV");
    }

    @Test
    void aMonthIsSettledApprovedByAnotherPersonAndPaidOnce() {
        UUID who = technician.auth().me().id();
        UUID other = qa.auth().me().id();
        UUID picture = supervisor.files().store(PICTURE).uuid("id");
        CommissionDebit debit = supervisor
                .commissions()
                .propose(CommissionDebitDraft.of(who, "HUMAN_ERROR", Money.usd("29.00"), "Pantalla mal pegada")
                        .evidence("foto 12")
                        .file(picture)
                        .rework(other, Money.usd("5.00")));
        assertThat(debit.state()).isEqualTo("PROPOSED");
        assertThat(debit.fileIds()).containsExactly(picture);
        assertThat(technician.commissions().debitFile(debit.id(), picture)).isEqualTo(PICTURE);
        refused(() -> technician.files().content(picture), "access.forbidden");
        refused(() -> supervisor.commissions().approveDebit(debit.id(), "sí"), "access.forbidden");
        assertThat(technician.commissions().answerDebit(debit.id(), "Venía así").answers())
                .containsExactly("Venía así");
        assertThat(manager.commissions()
                        .approveDebit(debit.id(), "Se ve en la foto")
                        .charged())
                .contains(Money.usd("29.00"));
        refused(() -> manager.commissions().approveDebit(debit.id(), "otra vez"), "commissions.debit-decided");

        manager.commissions().settle(MONTH);
        List<CommissionEntry> own = technician.commissions().list(MONTH).items();
        assertThat(own).extracting(CommissionEntry::personId).containsOnly(who);
        assertThat(own).extracting(CommissionEntry::kind).contains("DEBIT");
        List<CommissionEntry> reworked = all(other);
        assertThat(reworked).extracting(CommissionEntry::amount).contains(Money.usd("5.00"));
        JsonView explained = qa.commissions().explanation(reworked.get(0).id());
        assertThat(explained.objects("steps"))
                .allMatch(step ->
                        !step.string("es").isBlank() && !step.string("en").isBlank());
        refused(() -> qa.commissions().explanation(own.get(0).id()), "commissions.not-found");

        payEarlierMonths();
        List<UUID> ids = reworked.stream().map(CommissionEntry::id).toList();
        refused(() -> manager.commissions().pay(ids), "commissions.not-approved");
        refused(() -> manager.commissions().approve(MONTH), "access.forbidden");
        assertThat(accountant.commissions().approve(MONTH).state()).isEqualTo("APPROVED");
        assertThat(accountant.commissions().reopen(MONTH, "faltaba una orden").state())
                .isEqualTo("CALCULATED");
        assertThat(accountant.commissions().approve(MONTH).approvals()).isEqualTo(2);
        refused(() -> manager.commissions().settle(MONTH), "commissions.period-frozen");

        CommissionStatement paid = manager.commissions().pay(ids).get(0);
        assertThat(paid.pay().amount()).isGreaterThanOrEqualTo(new BigDecimal("5.00"));
        assertThat(paid.payout().orElseThrow().money("amount").currency()).isEqualTo("VES");
        refused(() -> manager.commissions().pay(ids), "commissions.paid");
        theRestIsPaidAndTheMonthCloses();
        assertThat(SERVER.brokenInvariants()).isEmpty();
    }

    private void theRestIsPaidAndTheMonthCloses() {
        List<UUID> rest = unpaid(MONTH);
        manager.commissions().pay(rest);
        assertThat(manager.commissions().payroll(MONTH).state()).isEqualTo("PAID");
        assertThat(accountant.commissions().close(MONTH).state()).isEqualTo("CLOSED");
        byte[] pdf = technician
                .commissions()
                .statementPdf(MONTH, technician.auth().me().id());
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(manager.commissions().payrollCsv(MONTH)).startsWith("periodo,persona,ganado_usd");
    }

    @Test
    void whoEarnsWhatIsDecidedBySomebodyElse() {
        UUID who = technician.auth().me().id();
        JsonView rule =
                manager.commissions().decideRule("GROSS_PROFIT", who, new BigDecimal("37.5"), "Acuerdo del taller");
        assertThat(rule.decimal("rate")).isEqualByComparingTo("37.5");
        assertThat(manager.commissions().rules())
                .extracting(each -> each.string("basis"))
                .contains("GROSS_PROFIT", "UNIT", "ACCESSORIES");
        refused(
                () -> manager.commissions()
                        .decideRule("UNIT", manager.auth().me().id(), BigDecimal.ONE, "para mí mismo"),
                "commissions.own-rule");
        refused(
                () -> technician.commissions().decideRule("UNIT", who, BigDecimal.ONE, "para mí mismo"),
                "access.forbidden");
        assertThat(manager.commissions().terms().string("negativeProfit")).isEqualTo("FLOOR_ZERO");
        assertThat(manager.commissions()
                        .decideTerm("capScope", "CARRY_ONLY", "Acuerdo del taller")
                        .string("capScope"))
                .isEqualTo("CARRY_ONLY");
    }

    /** Whoever began this database some days ago may have left a month behind. */
    private void payEarlierMonths() {
        Page<CommissionPeriod> periods = manager.commissions().periods();
        periods.items().stream()
                .filter(each -> YearMonth.parse(each.period()).isBefore(MONTH))
                .sorted(java.util.Comparator.comparing(CommissionPeriod::period))
                .map(each -> YearMonth.parse(each.period()))
                .forEach(month -> {
                    accountant.commissions().approve(month);
                    manager.commissions().pay(unpaid(month));
                });
    }

    private List<UUID> unpaid(YearMonth month) {
        return manager.commissions().payroll(month).people().stream()
                .filter(person -> person.payout().isEmpty())
                .map(person -> person.id().orElseThrow())
                .toList();
    }

    private List<CommissionEntry> all(UUID person) {
        return manager.commissions()
                .list(CallOptions.none()
                        .query("period", MONTH.toString())
                        .query("technicianId", person.toString())
                        .query("limit", "100"))
                .items();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
