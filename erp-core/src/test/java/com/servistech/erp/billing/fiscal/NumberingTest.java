package com.servistech.erp.billing.fiscal;

import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers without gaps, whoever issues at the same time and whatever fails. */
class NumberingTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final int ISSUES = 200;

    /** What a lost connection or a refused step after the number looks like: the transaction never was. */
    private static final class TakenBack extends RuntimeException {}

    @Test
    void twoHundredIssuesAtOnceOfWhichSixtyFailLeaveNoGapInNumbersOrControlNumbers() throws Exception {
        Counter one = Counter.of("ORDINARY");
        Counter other = one.sister();
        Map<Counter, NewInvoice> sales = Map.of(
                one, one.invoice(null, service("Limpieza", "5.00")),
                other, other.invoice(null, service("Limpieza", "5.00")));
        List<Callable<InvoiceView>> issues = new ArrayList<>();
        for (int i = 0; i < ISSUES; i++) {
            Counter counter = i % 2 == 0 ? one : other;
            boolean fails = i % 10 < 3;
            issues.add(() -> counter.as(Role.FRONT_DESK, s -> {
                InvoiceView issued = s.billing().issue(sales.get(counter));
                if (fails) {
                    throw new TakenBack();
                }
                return issued;
            }));
        }
        List<InvoiceView> issued = new ArrayList<>();
        int takenBack = 0;
        ExecutorService tills = Executors.newFixedThreadPool(16);
        try {
            for (Future<InvoiceView> each : tills.invokeAll(issues)) {
                try {
                    issued.add(each.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasRootCauseInstanceOf(TakenBack.class);
                    takenBack++;
                }
            }
        } finally {
            tills.shutdown();
        }
        assertThat(takenBack).isEqualTo(60);
        assertThat(issued).hasSize(140);
        Map<String, List<Long>> bySeries = issued.stream()
                .collect(Collectors.groupingBy(
                        invoice -> invoice.number().replaceAll("-.*", ""),
                        Collectors.mapping(invoice -> last(invoice.number()), Collectors.toList())));
        assertThat(bySeries).hasSize(2);
        bySeries.values()
                .forEach(numbers ->
                        assertThat(numbers).containsExactlyInAnyOrderElementsOf(consecutive(numbers.size())));
        assertThat(issued.stream().map(invoice -> last(invoice.controlNumber())).toList())
                .containsExactlyInAnyOrderElementsOf(consecutive(140));
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void typesAndSeriesCountApartAndControlNumbersTogether() {
        Counter one = Counter.of("ORDINARY");
        Counter sister = one.sister();
        assertThat(one.issue(service("a", "1.00")).controlNumber()).isEqualTo("00-00000001");
        InvoiceView hers = sister.issue(service("b", "1.00"));
        assertThat(hers.number()).endsWith("-00000001");
        assertThat(hers.controlNumber()).isEqualTo("00-00000002");
    }

    @Test
    void aSpoiledFormIsKeptAndItsDocumentMovesToTheNext() {
        Counter counter = Counter.of("ORDINARY");
        InvoiceView invoice = counter.issue(service("Limpieza", "5.00"));
        SpoiledForm spoiled =
                counter.as(Role.SUPERVISOR, s -> s.billing().spoilForm(invoice.id(), "la impresora comió el papel"));
        assertThat(spoiled.controlNumber()).isEqualTo("00-00000001");
        assertThat(counter.as(Role.SUPERVISOR, s -> s.billing().get(invoice.id()))
                        .controlNumber())
                .isEqualTo("00-00000002");
        assertThat(counter.as(Role.SUPERVISOR, s -> s.billing().spoilForm(null, "forma manchada"))
                        .controlNumber())
                .isEqualTo("00-00000003");
        assertThat(counter.issue(service("Limpieza", "5.00")).controlNumber()).isEqualTo("00-00000004");
        assertThatThrownBy(() -> counter.as(Role.SUPERVISOR, s -> s.billing().spoilForm(null, "")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anIssuerThatEnteredItsLotsOfFormsUsesNoNumberOutsideOfThem() {
        Counter counter = Counter.of("ORDINARY");
        lot(counter, 501, 501);
        lot(counter, 900, 901);
        assertThat(counter.issue(service("a", "1.00")).controlNumber()).isEqualTo("07-00000501");
        assertThat(counter.issue(service("b", "1.00")).controlNumber()).isEqualTo("07-00000900");
        assertThat(counter.issue(service("c", "1.00")).controlNumber()).isEqualTo("07-00000901");
        assertThatThrownBy(() -> counter.issue(service("d", "1.00")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("invoices.forms-used-up"));
    }

    private static void lot(Counter counter, long first, long last) {
        SHOP.system(s -> s.billing()
                .enterForms(
                        counter.issuer.id(),
                        new FormLot("07", first, last, "Imprenta Ávila C.A.", "J301234567", "SNAT/2020/001", null)));
    }

    private static long last(String number) {
        return Long.parseLong(number.replaceAll(".*-", ""));
    }

    private static List<Long> consecutive(int size) {
        return LongStream.rangeClosed(1, size).boxed().toList();
    }
}
