package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are well-formed and would do business that must not be done. */
class BusinessAttacksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");

    private static final String INVOICE = """
            {"customerId":"%s","lines":[{"type":"SERVICE","description":"x","quantity":%s,"unitPrice":{"amount":"%s","currency":"USD"},"tax":"GENERAL","discount":{"amount":"%s","currency":"USD"}}]}""";

    private static String customer;

    @BeforeAll
    static void somebodyComes() {
        SERVER.publishRate();
        MANAGER.rates().refresh("BCV");
        customer = post(MANAGER, "/customers", Intake.customer()).object().getString("id");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10.00, 0.00",
        "0, 10.00, 0.00",
        "2147483647, 999999999.99, 0.00",
        "1, -10.00, 0.00",
        "1, 10.00, -1.00",
        "1, 10.00, 10.01",
        "1, 10.00, 1000000.00"
    })
    void A56_anInvoiceThatGivesMoneyAwayIsNotIssued(String quantity, String price, String discount) {
        RawResponse answer = post(MANAGER, "/invoices", INVOICE.formatted(customer, quantity, price, discount));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    }

    @Test
    void A57_tenAtOnceWithOneKeyAreOne() throws Exception {
        String body = Intake.customer();
        CallOptions key = CallOptions.raw().idempotencyKey(UUID.randomUUID().toString());
        Callable<RawResponse> send = () -> MANAGER.sendText("POST", "/customers", body, key);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<RawResponse> answer : threads.invokeAll(java.util.Collections.nCopies(10, send))) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(201);
                answers.add(answer.get().text());
            }
            assertThat(answers.stream().distinct()).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertInvalid(MANAGER.sendText("POST", "/customers", Intake.customer(), key), " idempotency.key-reused");
    }

    @Test
    void A59_A60_whatIsOverIsNotDoneAgain() {
        String drawer = """
                {"register":"%s","openingUsd":{"amount":"0.00","currency":"USD"},"openingVes":{"amount":"0.00","currency":"VES"}}""".formatted("Caja " + RunningServer.unique());
        String count = """
                {"countedUsd":{"amount":"0.00","currency":"USD"},"countedVes":{"amount":"0.00","currency":"VES"}}""";
        RawResponse opened = post(SERVER.as("supervisor.ccs-01"), "/cash-sessions", drawer);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(post(MANAGER, "/cash-sessions", drawer).status()).isEqualTo(409);
        String close = "/cash-sessions/" + opened.object().getString("id") + "/close";
        assertThat(post(MANAGER, close, count).status()).isEqualTo(200);
        assertThat(post(MANAGER, close, count).status()).isEqualTo(409);
        String order = Intake.order(MANAGER);
        assertRefused(
                post(MANAGER, "/orders/" + order + "/transitions", "{\"to\":\"READY\"}"),
                409,
                "orders.illegal-transition");
    }
}
