package com.servistech.erp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.sdk.FakeServer.Answer;
import com.servistech.erp.sdk.billing.Invoice;
import com.servistech.erp.sdk.billing.InvoiceDraft;
import com.servistech.erp.sdk.billing.InvoiceLine;
import com.servistech.erp.sdk.billing.PaymentRequest;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.FieldError;
import com.servistech.erp.sdk.error.Invalid;
import com.servistech.erp.sdk.error.InvalidResponse;
import com.servistech.erp.sdk.error.ServerFailure;
import com.servistech.erp.sdk.error.Stale;
import com.servistech.erp.sdk.repairs.OrderFilter;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final UUID ID = UUID.fromString("0192f3a0-0000-7000-8000-000000000001");
    private static final String CUSTOMER =
            "{\"id\":\"" + ID + "\",\"name\":\"Ana\",\"document\":\"V-1\",\"points\":7.50}";

    @Test
    void aRefusalNamesEveryWrongPlaceOfTheInput() {
        String problem = """
                {"status":422,"code":"input.invalid","detail":"2 wrong places","requestId":"r-1","errors":[
                 {"pointer":"/lines/0/quantity","code":"number.not-positive","detail":"must be positive"},
                 {"pointer":"/lines/1/tax","code":"tax.unknown","detail":"no such tax"}]}""";
        try (FakeServer server = FakeServer.inTurn(Answer.of(422, problem));
                ErpClient erp = client(server)) {
            var refused =
                    catchThrowableOfType(Invalid.class, () -> erp.invoices().issue(InvoiceDraft.to(ID)));

            assertThat(refused.errors())
                    .containsExactly(
                            new FieldError("/lines/0/quantity", "number.not-positive", "must be positive"),
                            new FieldError("/lines/1/tax", "tax.unknown", "no such tax"));
            assertThat(refused.requestId()).isEqualTo("r-1");
        }
    }

    @Test
    void aRefusalIsOneLineThatNamesTheRequest() {
        Answer open = Answer.of(
                409,
                "{\"code\":\"cash.session-open\",\"detail\":\"register C1 has an open session\"}",
                Map.of("X-Request-ID", "r-7", "Content-Type", "application/problem+json"));
        try (FakeServer server = FakeServer.inTurn(open);
                ErpClient erp = client(server)) {
            assertThatThrownBy(() -> erp.cashSessions().open("C1", Money.usd("1"), Money.ves("1")))
                    .isInstanceOf(Conflict.class)
                    .hasMessage("409 cash.session-open: register C1 has an open session (request r-7, 1 attempt)");
        }
    }

    @Test
    void anErrorPageOfAProxyIsStillAServerFailure() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(500, "<html>oops</html>"));
                ErpClient erp = client(server)) {
            assertThatThrownBy(() -> erp.orders().list())
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("500 http.500");
        }
    }

    @Test
    void aRawCallReturnsTheRefusalAndSendsAnyText() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(400, "{\"code\":\"json.malformed\"}"));
                ErpClient erp = client(server)) {
            RawResponse answer = erp.sendText("POST", "/customers", "{\"name\":", CallOptions.raw());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.object().getString("code")).isEqualTo("json.malformed");
            assertThat(server.received().get(0).body()).isEqualTo("{\"name\":");
        }
    }

    @Test
    void anUpdateNamesTheVersionThatWasRead() {
        Answer read = Answer.of(200, CUSTOMER, Map.of("ETag", "\"3\""));
        try (FakeServer server = FakeServer.inTurn(read, Answer.of(412, "{\"code\":\"entity.stale\"}"));
                ErpClient erp = client(server)) {
            Customer ana = erp.customers().get(ID);
            CustomerDraft moved = CustomerDraft.of("Ana", "V-1", "04141234567").address("Caracas");

            assertThatThrownBy(() -> erp.customers().update(ana, moved)).isInstanceOf(Stale.class);
            assertThat(server.received().get(1).header("If-Match")).contains("\"3\"");
            assertThat(server.lines().get(1)).isEqualTo("PUT /api/v1/customers/" + ID);
        }
    }

    @Test
    void fieldsThatTheClientDoesNotKnowSurvive() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(200, CUSTOMER));
                ErpClient erp = client(server)) {
            Customer ana = erp.customers().get(ID);

            assertThat(ana.json()).hasToString(CUSTOMER);
            assertThat(ana.phone()).isEmpty();
            assertThat(CustomerDraft.of("Ana", "V-1", "1")
                            .with("points", JsonValue.TRUE)
                            .json())
                    .containsEntry("points", JsonValue.TRUE);
        }
    }

    @Test
    void aFieldOfAnotherTypeFailsWhenItIsReadAndNamesItsPath() {
        Invoice invoice = Invoice.over(JsonView.of(Json.createObjectBuilder()
                .add("id", ID.toString())
                .add("total", Json.createObjectBuilder().add("amount", 12.5).add("currency", "USD"))
                .build()));

        assertThat(invoice.id()).isEqualTo(ID);
        assertThatThrownBy(invoice::total)
                .isInstanceOf(InvalidResponse.class)
                .hasMessage("total.amount is not a string");
        assertThatThrownBy(invoice::status).isInstanceOf(InvalidResponse.class).hasMessage("status is missing");
    }

    @Test
    void moneyGoesOverTheWireAsADecimalStringAndItsCurrency() {
        InvoiceDraft draft = InvoiceDraft.to(ID).line(InvoiceLine.service("Pantalla", 2, Money.usd("12.5")));

        assertThat(draft.json())
                .hasToString("{\"customerId\":\"" + ID
                        + "\",\"lines\":[{\"type\":\"SERVICE\",\"description\":\"Pantalla\",\"quantity\":2,"
                        + "\"unitPrice\":{\"amount\":\"12.50\",\"currency\":\"USD\"},\"tax\":\"GENERAL\"}]}");
        assertThat(PaymentRequest.pagoMovil(Money.ves("100"), "0102", "04141234567", "123", LocalDate.of(2026, 11, 24))
                        .confirmed()
                        .json())
                .hasToString("{\"method\":\"PAGO_MOVIL\",\"amount\":{\"amount\":\"100.00\",\"currency\":\"VES\"},"
                        + "\"bankCode\":\"0102\",\"phone\":\"04141234567\",\"reference\":\"123\","
                        + "\"paidOn\":\"2026-11-24\",\"confirm\":true}");
        assertThat(Money.usd("10.000")).isEqualTo(Money.usd("1E1"));
    }

    @Test
    void everyPageIsAskedForWithTheSameFilterAndOnlyWhenItIsNeeded() {
        try (FakeServer server = FakeServer.inTurn(
                        page("a", "c 1"), page("b", "c2"), Answer.of(200, "{\"items\":[],\"nextCursor\":null}"));
                ErpClient erp = client(server)) {
            Iterator<com.servistech.erp.sdk.repairs.ServiceOrder> orders = erp.orders()
                    .list(OrderFilter.all().status("READY").limit(1))
                    .all()
                    .iterator();
            List<String> numbers = new ArrayList<>(List.of(orders.next().number()));
            assertThat(server.received()).hasSize(1);

            orders.forEachRemaining(order -> numbers.add(order.number()));

            assertThat(numbers).containsExactly("a", "b");
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v1/orders?status=READY&limit=1",
                            "GET /api/v1/orders?status=READY&limit=1&cursor=c%201",
                            "GET /api/v1/orders?status=READY&limit=1&cursor=c2");
        }
    }

    @Test
    void healthIsReadAtTheRootEvenWhenItIsBad() {
        String down = "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"database\",\"status\":\"DOWN\"}]}";
        try (FakeServer server = FakeServer.inTurn(Answer.of(503, down));
                ErpClient erp = client(server)) {
            assertThat(erp.health().up()).isFalse();
            assertThat(erp.health().checks().get(0).name()).isEqualTo("database");
            assertThat(server.lines()).containsOnly("GET /health");
        }
    }

    @Test
    void theApiCanStandBelowAPath() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(200, "{\"items\":[]}"));
                ErpClient erp = ErpClient.builder()
                        .baseUri(server.uri().resolve("/erp"))
                        .build()) {
            erp.customers().list("josé & co");

            assertThat(server.lines()).containsExactly("GET /erp/api/v1/customers?q=jos%C3%A9%20%26%20co");
        }
    }

    private static Answer page(String number, String next) {
        return Answer.of(200, "{\"items\":[{\"number\":\"" + number + "\"}],\"nextCursor\":\"" + next + "\"}");
    }

    private static ErpClient client(FakeServer server) {
        return ErpClient.builder().baseUri(server.uri()).sleeper(pause -> {}).build();
    }
}
