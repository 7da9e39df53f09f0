package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every endpoint as every role: refused with 403 exactly where the table of permissions says so. */
class EveryRoleTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final Map<String, List<Permission>> NEEDED = needed();
    private static final String STORE =
            SERVER.as("manager.ccs-01").auth().me().storeId().orElseThrow().toString();
    private static final Map<Role, ErpClient> CALLERS = new EnumMap<>(Role.class);

    @ParameterizedTest
    @EnumSource(Role.class)
    void A30_mayDoWhatTheTableSaysAndNothingElse(Role role) {
        int asked = 0;
        for (Operation operation : DESCRIPTION.operations()) {
            List<Permission> needed = NEEDED.get(operation.name());
            if (needed != null) {
                RawResponse answer = ask(role, operation);
                boolean refused = answer.status() == 403
                        && answer.object().getString("code").equals("access.forbidden");
                assertThat(refused)
                        .as(role + " " + operation.name() + " " + answer.text())
                        .isEqualTo(needed.stream().noneMatch(permission -> permission.isGivenTo(role)));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(40);
    }

    private static RawResponse ask(Role role, Operation operation) {
        ErpClient caller = CALLERS.computeIfAbsent(role, EveryRoleTest::signedIn);
        CallOptions options = CallOptions.raw().ifMatch("\"1\"").header("X-Store-ID", STORE);
        String address = operation.address(UUID.randomUUID().toString());
        return operation.verb().equals("GET")
                ? caller.send("GET", address, options)
                : caller.sendText(operation.verb(), address, "{}", options);
    }

    private static ErpClient signedIn(Role role) {
        return SERVER.as(
                role == Role.SUPER_ADMIN
                        ? "admin"
                        : role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ccs-01");
    }

    /** What each resource says that it needs; those that need nobody, or nothing but a signed-in person, say so too. */
    private static Map<String, List<Permission>> needed() {
        Map<String, List<Permission>> needed = new TreeMap<>();
        new ClassFileImporter()
                .importPaths(java.nio.file.Path.of("../../erp-jakarta/target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .forEach(method -> permissions(method)
                                .ifPresent(permissions ->
                                        DescriptionTest.served(method).forEach(name -> needed.put(name, permissions))));
        return needed;
    }

    private static java.util.Optional<List<Permission>> permissions(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getSimpleName().equals("Needs"))
                .map(annotation -> (JavaEnumConstant[]) annotation.get("value").orElseThrow())
                .map(values -> Arrays.stream(values)
                        .map(JavaEnumConstant::name)
                        .map(Permission::valueOf)
                        .toList())
                .findFirst();
    }
}
