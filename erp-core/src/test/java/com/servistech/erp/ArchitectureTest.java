package com.servistech.erp;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the core, as rules: one package per feature, in one order, and no framework anywhere. */
class ArchitectureTest {

    /** A feature may use only those before it. */
    private static final List<String> FEATURES = List.of(
            "error",
            "money",
            "tenancy",
            "events",
            "audit",
            "idempotency",
            "stores",
            "identity",
            "files",
            "customers",
            "rates",
            "ledger",
            "catalogue",
            "inventory",
            "counts",
            "transfers",
            "services",
            "repairs",
            "treasury",
            "cash",
            "billing",
            "handover",
            "commissions",
            "notifications",
            "backup",
            "jobs",
            "health");

    /** The parts of the one large feature, in their order; its face comes after them. */
    private static final List<String> PARTS_OF_BILLING = List.of(
            "tax",
            "fiscal",
            "invoice",
            "note",
            "deliverynote",
            "document",
            "paper",
            "payment",
            "refund",
            "book",
            "explain");

    /** Those of commissions, in theirs. */
    private static final List<String> PARTS_OF_COMMISSIONS =
            List.of("rule", "decision", "period", "settlement", "debit", "pay", "explain", "paper");

    /** Serves the database, not the business. */
    private static final String SCHEMA = "schema";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.servistech.erp");

    static List<String> features() {
        return FEATURES;
    }

    @Test
    void everyPackageOfTheCoreIsAFeatureInTheList() {
        TreeSet<String> packages = new TreeSet<>();
        CORE.stream()
                .map(type -> type.getPackageName().replaceFirst("^com\\.servistech\\.erp\\.?", ""))
                .filter(name -> !name.isEmpty())
                .map(name -> name.split("\\.")[0])
                .filter(name -> !name.equals(SCHEMA) && !name.equals("local") && !name.equals("kit"))
                .forEach(packages::add);
        assertThat(FEATURES).containsAll(packages);
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureUsesOnlyThoseBeforeIt(String feature) {
        String[] later = FEATURES.stream()
                .skip(FEATURES.indexOf(feature) + 1L)
                .map(name -> "com.servistech.erp." + name + "..")
                .toArray(String[]::new);
        if (later.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage("com.servistech.erp." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(CORE);
        }
        noClasses()
                .that()
                .resideInAPackage("com.servistech.erp." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.servistech.erp", "com.servistech.erp." + SCHEMA)
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void aPartOfALargeFeatureUsesOnlyThoseBeforeIt() {
        inOrder("com.servistech.erp.billing", PARTS_OF_BILLING);
        inOrder("com.servistech.erp.commissions", PARTS_OF_COMMISSIONS);
    }

    private static void inOrder(String feature, List<String> names) {
        List<String> parts =
                names.stream().map(part -> feature + "." + part + "..").toList();
        for (int i = 0; i < parts.size(); i++) {
            List<String> later = new ArrayList<>(parts.subList(i + 1, parts.size()));
            later.add(feature);
            noClasses()
                    .that()
                    .resideInAPackage(parts.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.toArray(String[]::new))
                    .check(CORE);
        }
    }

    @Test
    void theCoreKnowsNoFrameworkThatRunsIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.servlet..",
                        "jakarta.batch..",
                        "jakarta.transaction..",
                        "org.eclipse.microprofile..",
                        "io.openliberty..",
                        "com.ibm..")
                .check(CORE);
    }

    @Test
    void aPortIsTheOnlyReasonForGlobalState() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocal.class, java.util.ServiceLoader.class)
                .check(CORE);
    }

    @Test
    void timeComesFromAnInjectedClock() {
        noClasses()
                .that(not(resideInAnyPackage("com.servistech.erp.local..", "com.servistech.erp.kit..")))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CORE);
    }

    @Test
    void noFieldIsAFloatingPointNumber() {
        // the geometry of paper is in points; what is printed there are amounts
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("com.servistech.erp.billing.paper..", "com.servistech.erp.commissions.paper..")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(CORE);
        fields().that()
                .haveName("amount")
                .should()
                .haveRawType(java.math.BigDecimal.class)
                .orShould()
                .haveRawType("com.servistech.erp.money.Money")
                .check(CORE);
    }

    @Test
    void namesSayWhatAThingIsAndNotThatItHelps() {
        classes()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Impl")
                                .or(simpleNameEndingWith("Manager"))
                                .or(simpleNameEndingWith("Helper"))
                                .or(simpleNameEndingWith("Util"))
                                .or(simpleNameEndingWith("Utils"))
                                .or(simpleNameEndingWith("Common")))))
                .check(CORE);
    }
}
