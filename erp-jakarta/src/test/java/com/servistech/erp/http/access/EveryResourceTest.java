package com.servistech.erp.http.access;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.http.json.Body;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.junit.jupiter.api.Test;

/** What every resource method must say about itself, so that nothing is served by accident. */
class EveryResourceTest {

    private static final JavaClasses HTTP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.servistech.erp.http");

    private static final DescribedPredicate<JavaMethod> ANSWERS_REQUESTS =
            describe("answer requests", method -> method.isMetaAnnotatedWith(HttpMethod.class));

    @Test
    void saysWhoMayCallIt() {
        methods()
                .that(ANSWERS_REQUESTS)
                .should(hold(
                        "say in exactly one way who may call it",
                        method -> Stream.of(Open.class, Needs.class, Personal.class)
                                        .filter(method::isAnnotatedWith)
                                        .count()
                                == 1))
                .check(HTTP);
    }

    @Test
    void saysWhatItDoesAndWhatItReads() {
        methods()
                .that(ANSWERS_REQUESTS)
                .should()
                .beAnnotatedWith(Operation.class)
                .andShould(hold(
                        "name the schema of its body exactly when it takes one",
                        method -> method.isAnnotatedWith(RequestBodySchema.class)
                                == method.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Body.class))))
                .check(HTTP);
    }

    @Test
    void standsUnderAPathThatHidesNoOther() {
        // of all classes whose path fits, the one with the longest is asked, and no other: one at invoices/{id} would
        // be asked for an invoice, which stands in the class at invoices
        List<String> paths = HTTP.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.getAnnotationOfType(Path.class).value())
                .toList();
        assertThat(paths)
                .filteredOn(path -> path.endsWith("}"))
                .noneMatch(path -> paths.stream().anyMatch(other -> path.startsWith(other + "/")));
    }

    @Test
    void hasANameOfItsOwnInItsClass() {
        methods()
                .that(ANSWERS_REQUESTS)
                .should(hold(
                        "be the only one of its name: the description finds it by that",
                        method -> method.getOwner().getMethods().stream()
                                        .filter(other -> other.getName().equals(method.getName()))
                                        .count()
                                == 1))
                .check(HTTP);
    }

    private static ArchCondition<JavaMethod> hold(String what, Predicate<JavaMethod> condition) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(method, condition.test(method), method.getFullName() + ": " + what));
            }
        };
    }
}
