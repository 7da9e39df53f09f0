package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.it.Theirs.Kind;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made from the description: every endpoint is tried with the ids of another store, in its address, its query and its
 * body, and with the other store chosen. What is not theirs is answered like what does not exist. An endpoint, parameter
 * or field that nobody has sorted fails.
 */
class AcrossStoresTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");

    /** They choose no store: about the caller, or before anybody is known. */
    private static final Set<String> WITHOUT_A_STORE = Set.of(
            "authLogin",
            "authRefresh",
            "authToken",
            "authLogout",
            "authLogoutEverywhere",
            "authChangePassword",
            "authMe");

    private static Theirs theirs;
    private static Theirs ours;
    private static List<String> before;

    @BeforeAll
    static void meetTheOtherStore() {
        theirs = Theirs.of(SERVER, "vln-01");
        ours = Theirs.of(SERVER, "ccs-01");
        before = theirs.everything();
    }

    @AfterAll
    static void nothingOfTheirsHasChanged() {
        assertThat(theirs.everything()).allMatch(before::contains);
    }

    static Stream<Operation> operations() {
        return DESCRIPTION.operations().stream();
    }

    static Stream<Operation> aboutOne() {
        return operations().filter(operation -> operation.path().contains("{"));
    }

    static Stream<Operation> withQueries() {
        return operations().filter(operation -> !ids(operation).isEmpty());
    }

    static Stream<Operation> withBodies() {
        return operations().filter(operation -> operation.body().isPresent());
    }

    @Test
    void everyEndpointIsAboutSomethingThatIsSorted() {
        assertThat(operations()).allSatisfy(operation -> {
            boolean chooses = operation.parameters().stream()
                    .anyMatch(p -> p.getString("name").equals("X-Store-ID"));
            assertThat(chooses || WITHOUT_A_STORE.contains(operation.json().getString("operationId")))
                    .as(operation.name() + " chooses a store, or is among those that need none")
                    .isTrue();
            assertThat(Kind.ofResource(operation)).as(operation.name()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void L12_anotherStoreIsNotChosenByAHeader(Operation operation) {
        if (WITHOUT_A_STORE.contains(operation.json().getString("operationId"))) {
            return;
        }
        for (String store : List.of(theirs.id(Kind.STORE), UUID.randomUUID().toString(), "*")) {
            RawResponse answer =
                    send(operation, operation.address(ours.id(Kind.ofResource(operation))), example(operation), store);
            assertRefused(answer, 403, "store.forbidden");
        }
    }

    /** L01, L02, L31, A31. */
    @ParameterizedTest
    @MethodSource("aboutOne")
    void L01_L02_whatIsTheirsIsNotThere(Operation operation) {
        Kind kind = Kind.ofResource(operation);
        if (kind == Kind.SHARED) {
            return;
        }
        RawResponse foreign = send(operation, operation.address(theirs.id(kind)), example(operation), null);
        RawResponse missing = send(operation, operation.address(unknown()), example(operation), null);
        assertThat(foreign.status()).as(foreign.text()).isIn(404, 403);
        assertThat(said(foreign, theirs.id(kind))).isEqualTo(said(missing, ""));
        if (foreign.status() == 403) {
            assertThat(foreign.object().getString("code")).isEqualTo("access.forbidden");
        }
    }

    /** L03. */
    @ParameterizedTest
    @MethodSource("withQueries")
    void L03_aFilterByWhatIsTheirsFindsNothing(Operation operation) {
        for (String parameter : ids(operation)) {
            Kind kind = Kind.ofField(parameter, operation);
            assertThat(kind).as(operation.name() + " " + parameter).isNotNull();
            String address = operation.address(ours.id(Kind.ofResource(operation))) + "?" + parameter + "=";
            RawResponse foreign = send(operation, address + theirs.id(kind), "", null);
            RawResponse missing = send(operation, address + unknown(), "", null);
            assertThat(said(foreign, theirs.id(kind))).isEqualTo(said(missing, ""));
            if (kind != Kind.SHARED && foreign.status() == 200) {
                assertThat(foreign.object().getJsonArray("items")).isEmpty();
            }
        }
        for (String parameter : List.of("storeId", "store_id", "store", "X-Store-ID")) {
            String address = operation.address(ours.id(Kind.ofResource(operation)));
            RawResponse asked = send(operation, address + "?" + parameter + "=" + theirs.id(Kind.STORE), "", null);
            assertThat(said(asked, "")).isEqualTo(said(send(operation, address, "", null), ""));
        }
    }

    /** L05, L07, L08, L34. */
    @ParameterizedTest
    @MethodSource("withBodies")
    void L05_L07_L34_aBodyThatNamesWhatIsTheirsIsRefusedLikeOneThatNamesNothing(Operation operation) {
        JsonObject example = ours.in(operation.body().orElseThrow().getJsonObject("example"), operation);
        String address = operation.address(ours.id(Kind.ofResource(operation)));
        for (String field : fields(operation)) {
            Kind kind = Kind.ofField(field, operation);
            assertThat(kind).as(operation.name() + " " + field).isNotNull();
            if (kind != Kind.SHARED) {
                RawResponse foreign = send(operation, address, with(example, field, theirs.id(kind)), null);
                String nobodys = unknown();
                RawResponse missing = send(operation, address, with(example, field, nobodys), null);
                assertThat(foreign.status()).as(foreign.text()).isBetween(400, 499);
                assertThat(said(foreign, theirs.id(kind))).as(field).isEqualTo(said(missing, nobodys));
            }
        }
        RawResponse moved = send(operation, address, with(example, "store_id", theirs.id(Kind.STORE)), null);
        assertThat(moved.status()).as(moved.text()).isBetween(400, 499);
    }

    private static RawResponse send(Operation operation, String address, String body, String store) {
        CallOptions options = CallOptions.raw();
        if (store != null) {
            options = options.header("X-Store-ID", store);
        }
        if (operation.needs("If-Match")) {
            options = options.ifMatch("\"1\"");
        }
        return body.isEmpty()
                ? MANAGER.send(operation.verb(), address, options)
                : MANAGER.sendText(operation.verb(), address, body, options);
    }

    private static String example(Operation operation) {
        return operation.example().orElse("");
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }

    /** An answer without what may differ: the names of the request, and the id that was asked for. */
    private static String said(RawResponse answer, String id) {
        String text = answer.text().replaceAll("\"(requestId|instance|at)\":\"[^\"]*\"", "");
        return answer.status() + " " + (id.isEmpty() ? text : text.replace(id, "ID"));
    }

    /** The query parameters that are ids. */
    private static List<String> ids(Operation operation) {
        return operation.parameters().stream()
                .filter(p -> p.getString("in").equals("query"))
                .filter(p -> "uuid".equals(p.getJsonObject("schema").getString("format", "")))
                .map(p -> p.getString("name"))
                .toList();
    }

    /** Where ids stand in a body, as names joined by dots; a number is a place in a list. */
    private static List<String> fields(Operation operation) {
        List<String> found = new ArrayList<>();
        collect("", operation.body().orElseThrow().getJsonObject("schema"), found);
        return found;
    }

    private static void collect(String at, JsonObject described, List<String> found) {
        JsonObject schema = DESCRIPTION.resolved(described);
        if (schema.containsKey("anyOf")) {
            schema.getJsonArray("anyOf").getValuesAs(JsonObject.class).forEach(one -> collect(at, one, found));
        } else if ("uuid".equals(schema.getString("format", ""))) {
            found.add(at);
        } else if (schema.containsKey("items")) {
            collect(at + ".0", schema.getJsonObject("items"), found);
        } else if (schema.containsKey("properties")) {
            for (Map.Entry<String, JsonValue> property :
                    schema.getJsonObject("properties").entrySet()) {
                collect(
                        at.isEmpty() ? property.getKey() : at + "." + property.getKey(),
                        property.getValue().asJsonObject(),
                        found);
            }
        }
    }

    private static String with(JsonObject body, String field, String id) {
        return Theirs.replaced(body, List.of(field.split("\\.")), id).toString();
    }
}
