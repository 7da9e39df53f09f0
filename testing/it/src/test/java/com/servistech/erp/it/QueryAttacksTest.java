package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for in an address is a value and never a part of a statement. */
class QueryAttacksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");

    private static final List<String> STATEMENTS = List.of(
            "'",
            "' or '1'='1",
            "x' or 1=1 --",
            "x'; select pg_sleep(10); --",
            "x' union select null,null,null --",
            "1; drop table customers",
            "\\'; --",
            "$$zqj$$",
            "(select password_hash from erp.users limit 1)",
            "name desc; --",
            "case when 1=1 then name else id end");

    static Stream<Operation> reads() {
        return DESCRIPTION.operations().stream()
                .filter(operation -> operation.verb().equals("GET"))
                .filter(operation -> !operation.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void A39_aStatementInAParameterIsLookedForAndNotRun(Operation operation) {
        List<String> names = Stream.concat(
                        operation.parameters().stream()
                                .filter(p -> p.getString("in").equals("query"))
                                .map(p -> p.getString("name")),
                        Stream.of("sort", "order", "fields"))
                .toList();
        for (String name : names) {
            for (String statement : STATEMENTS) {
                RawResponse answer = ask(operation.address("") + "?" + name + "=" + encoded(statement));
                assertThat(answer.status())
                        .as(name + "=" + statement + " " + answer.text())
                        .isIn(200, 403, 404, 422);
                if (name.equals("q") && answer.status() == 200) {
                    assertThat(answer.object().getJsonArray("items")).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers", "/orders", "/parts"})
    void A40_signsOfPatternsAreLettersLikeOthers(String list) {
        for (String sign : List.of("%", "_", "%%%", "\\", "\\%", "_____")) {
            JsonObject found = ask(list + "?q=" + encoded(sign)).object();
            assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                    .as(sign)
                    .allMatch(item -> item.toString().contains(sign.equals("\\") ? "\\\\" : sign));
        }
        assertThat(ask(list + "?q=" + encoded("%a".repeat(1_000))).status()).isIn(200, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9223372036854775808",
                "abc",
                "null",
                "undefined",
                "00000000-0000-0000-0000-000000000000",
                "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a8",
                "{0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87}",
                "' or 1=1",
                "1e3",
                "*"
            })
    void A45_anIdThatIsNoneIsNotThere(String id) {
        for (String list : List.of("/customers/", "/orders/", "/invoices/", "/users/", "/parts/", "/cash-sessions/")) {
            assertThat(ask(list + encoded(id)).status()).as(list + id).isEqualTo(404);
        }
    }

    @Test
    void A46_aPageIsNeverLargerThanTheLargest() {
        for (String limit : List.of("0", "-1", "101", "1000000000", "2147483648", "NaN", "1e2", " 5", "0x10")) {
            assertThat(ask("/customers?limit=" + encoded(limit)).status())
                    .as(limit)
                    .isEqualTo(422);
        }
        for (String ignored : List.of("page=-1", "size=1000000000", "offset=-5", "per_page=1000000")) {
            JsonObject page = ask("/customers?" + ignored).object();
            assertThat(page.getJsonArray("items").size()).isLessThanOrEqualTo(20);
        }
    }

    private static RawResponse ask(String address) {
        return MANAGER.send("GET", address, CallOptions.raw().timeout(Duration.ofSeconds(5)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
