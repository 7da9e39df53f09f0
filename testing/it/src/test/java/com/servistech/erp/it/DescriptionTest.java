package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API is whole, and the server does what it says. */
class DescriptionTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final String UNKNOWN = UUID.randomUUID().toString();
    private static final ErpClient ADMIN = SERVER.as("admin");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final ErpClient NOBODY = SERVER.nobody();
    private static final CallOptions IN_A_STORE = CallOptions.raw().header("X-Store-ID", aStore());

    /** Read by a test of their own. */
    private static final Set<String> OF_THE_CHAIN = Set.of("GET /api/v1/jobs", "GET /api/v1/health-reports");

    static Stream<Operation> operations() {
        return DESCRIPTION.operations().stream();
    }

    /** Without those that would change what the whole chain counts with. */
    static Stream<Operation> bodies() {
        return operations()
                .filter(operation -> operation.body().isPresent())
                .filter(operation -> !Set.of("POST /api/v1/rates", "POST /api/v1/rates/refresh")
                        .contains(operation.name()));
    }

    /** Lists and single things that a manager reads, without those of one id and those that are the chain's alone. */
    static Stream<Operation> reads() {
        return operations()
                .filter(operation -> !OF_THE_CHAIN.contains(operation.name()))
                .filter(operation ->
                        operation.verb().equals("GET") && !operation.path().contains("{"));
    }

    @Test
    void everyAddressOfTheServerIsDescribedAndNoOther() {
        Set<String> described = operations().map(Operation::name).collect(Collectors.toSet());
        assertThat(described).isEqualTo(served());
        assertThat(DESCRIPTION.document().getString("openapi")).startsWith("3.1");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationSaysWhatItDoesWhatItAnswersAndWhatItRefuses(Operation operation) {
        assertThat(operation.json().getString("summary", ""))
                .as(operation.name())
                .hasSizeGreaterThan(8);
        List<String> success =
                operation.statuses().filter(status -> status.startsWith("2")).toList();
        assertThat(success).hasSize(1);
        assertThat(operation.answer(success.get(0)).isPresent() || success.contains("204"))
                .as(operation.name())
                .isTrue();
        Set<String> refused = new HashSet<>(Set.of("401", "429", "503"));
        if (operation.body().isPresent()) {
            refused.addAll(Set.of("400", "413", "415", "422"));
        }
        if (operation.verb().equals("PUT")) {
            refused.addAll(Set.of("404", "412", "428"));
        }
        if (operation.path().contains("{")) {
            refused.add("404");
        }
        assertThat(operation.statuses()).as(operation.name()).containsAll(refused);
        operation
                .statuses()
                .filter(status -> status.charAt(0) > '3')
                .forEach(status -> assertThat(
                                operation.answer(status).orElseThrow().getString("$ref"))
                        .endsWith("/Problem"));
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(operations().map(operation -> operation.json().getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyExampleIsAsItsSchemaSaysAndIsUnderstoodByTheServer(Operation operation) {
        JsonObject content = operation.body().orElseThrow();
        assertThat(SchemaCheck.differences(DESCRIPTION, content.getJsonObject("schema"), content.get("example")))
                .isEmpty();
        RawResponse answer = ADMIN.sendText(
                operation.verb(), operation.address(UNKNOWN), example(operation), IN_A_STORE.ifMatch("\"1\""));
        assertThat(answer.status())
                .as(answer.text())
                .isNotIn(400, 403, 413, 415, 428)
                .isLessThan(500);
        if (answer.status() == 422) {
            assertThat(Refusal.places(answer)).noneMatch(place -> place.matches(".* (field|number|money|text)[.].*"));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsSaidToBeNeededIsNeeded(Operation operation) {
        if (operation.needs("Idempotency-Key")) {
            Refusal.assertRefused(
                    ADMIN.sendText(
                            operation.verb(),
                            operation.address(UNKNOWN),
                            operation.example().orElse(""),
                            IN_A_STORE.withoutIdempotencyKey()),
                    400,
                    "idempotency.key-required");
        }
        if (operation.needs("If-Match")) {
            Refusal.assertRefused(
                    ADMIN.sendText(operation.verb(), operation.address(UNKNOWN), example(operation), IN_A_STORE),
                    428,
                    "precondition.required");
        }
        int stranger = NOBODY.sendText(operation.verb(), operation.address(UNKNOWN), "{}", CallOptions.raw())
                .status();
        assertThat(stranger).as(operation.name()).isEqualTo(operation.signedIn() ? 401 : 422);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatIsReadIsAsDescribed(Operation operation) {
        RawResponse answer = readerOf(operation).send("GET", operation.address(""), CallOptions.raw());
        if (answer.status() == 404) {
            return;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        if (operation.file()) {
            assertThat(answer.header("Content-Type").orElse("")).doesNotContain("json");
            return;
        }
        assertAsDescribed(operation, answer);
        if (answer.object().containsKey("items")) {
            for (JsonObject item : answer.object().getJsonArray("items").getValuesAs(JsonObject.class)) {
                // what has no id has no address of its own
                if (item.containsKey("id")) {
                    itemsOf(operation, item.getString("id"));
                }
            }
        }
    }

    @Test
    void whatOnlyTheChainReadsIsAsDescribed() {
        ADMIN.jobs().run("health-report");
        for (Operation operation :
                operations().filter(each -> OF_THE_CHAIN.contains(each.name())).toList()) {
            assertAsDescribed(operation, ADMIN.send("GET", operation.address(""), CallOptions.raw()));
        }
    }

    /** Backups are the chain's alone. */
    private static ErpClient readerOf(Operation operation) {
        return operation.path().startsWith("/api/v1/backups") ? ADMIN : MANAGER;
    }

    /** What hangs below an item of a list: itself, its devices, its stock. */
    private static void itemsOf(Operation list, String id) {
        operations()
                .filter(other -> other.verb().equals("GET") && other.path().startsWith(list.path() + "/{"))
                .filter(other -> !other.file())
                .forEach(other ->
                        assertAsDescribed(other, readerOf(other).send("GET", other.address(id), CallOptions.raw())));
    }

    private static void assertAsDescribed(Operation operation, RawResponse answer) {
        JsonObject schema = operation.answer(String.valueOf(answer.status())).orElseThrow();
        assertThat(SchemaCheck.differences(DESCRIPTION, schema, answer.body()))
                .as(operation.name() + " " + answer.text())
                .isEmpty();
    }

    private static Set<String> served() {
        return new ClassFileImporter()
                .importPaths(java.nio.file.Path.of("../../erp-jakarta/target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(DescriptionTest::served)
                        .collect(Collectors.toSet());
    }

    static Stream<String> served(JavaMethod method) {
        String below = method.tryGetAnnotationOfType(Path.class)
                .map(path -> "/" + path.value())
                .orElse("");
        String path =
                "/api/v1/" + method.getOwner().getAnnotationOfType(Path.class).value() + below;
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .map(JavaClass::getSimpleName)
                .filter(Set.of("GET", "POST", "PUT", "DELETE", "PATCH")::contains)
                .map(verb -> verb + " " + path);
    }

    private static String example(Operation operation) {
        return operation.example().orElse("");
    }

    /** Where no other test counts. */
    private static String aStore() {
        return SERVER.as("manager.mcb-01")
                .send("GET", "/stores", CallOptions.raw())
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
