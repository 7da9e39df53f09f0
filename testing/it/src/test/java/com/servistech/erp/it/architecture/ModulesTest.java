package com.servistech.erp.it.architecture;

import static com.servistech.erp.it.architecture.Module.BATCH;
import static com.servistech.erp.it.architecture.Module.CLI;
import static com.servistech.erp.it.architecture.Module.CLIENT;
import static com.servistech.erp.it.architecture.Module.CORE;
import static com.servistech.erp.it.architecture.Module.JAKARTA;
import static com.servistech.erp.it.architecture.Module.KIT;
import static com.servistech.erp.it.architecture.Module.LOCAL;
import static com.servistech.erp.it.architecture.Module.REQUESTS;
import static com.servistech.erp.it.architecture.Module.classOf;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.tenancy.Transactions;
import com.servistech.erp.tenancy.UnitOfWork;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which module may use which. */
class ModulesTest {

    private static final JavaClasses PRODUCTION = Module.production();

    @Test
    void theRulesSeeTheClassesOfEveryModule() {
        for (Module module : Set.of(LOCAL, KIT, CORE, BATCH, JAKARTA, CLIENT, CLI, REQUESTS)) {
            assertThat(module.classes).as(module.name()).isNotEmpty();
        }
    }

    @Test
    void theCoreUsesNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat(classOf(JAKARTA, BATCH, CLI, CLIENT, LOCAL, KIT))
                .check(CORE.classes);
    }

    @Test
    void theClientIsMadeOfTheJdkAndJsonAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(classOf(CLIENT).or(resideInAnyPackage("java..", "jakarta.json..")))
                .check(CLIENT.classes);
    }

    @Test
    void jobsUseTheCoreAndJakartaAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(classOf(BATCH, CORE).or(resideInAnyPackage("java..", "jakarta..")))
                .check(BATCH.classes);
    }

    @Test
    void theServerUsesTheCoreTheJobsAndStandardsAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(classOf(JAKARTA, BATCH, CORE)
                        .or(resideInAnyPackage(
                                "java..",
                                "javax.sql..",
                                "jakarta..",
                                "org.eclipse.microprofile..",
                                // reads and writes JSON strictly
                                "com.fasterxml.jackson..")))
                .check(JAKARTA.classes);
    }

    @Test
    void whatTheServerPutsBeforeEveryApplicationKnowsNoApplication() {
        classes()
                .should()
                .onlyDependOnClassesThat(classOf(REQUESTS).or(resideInAnyPackage("java..", "jakarta.servlet..")))
                .check(REQUESTS.classes);
    }

    @Test
    void theCommandLineNeedsNoServer() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        classOf(JAKARTA, BATCH).or(resideInAnyPackage("jakarta.ws..", "jakarta.enterprise..")))
                .check(CLI.classes);
    }

    @Test
    void onlyTheLocalStackOfDevelopersUsesWhatIsMadeForTests() {
        noClasses()
                .that(not(resideInAPackage("com.servistech.erp.cli.dev")))
                .should()
                .dependOnClassesThat(classOf(LOCAL))
                .check(PRODUCTION);
        noClasses()
                .should()
                .dependOnClassesThat(
                        classOf(KIT).or(resideInAnyPackage("org.junit..", "org.assertj..", "com.tngtech..")))
                .check(PRODUCTION);
    }

    @Test
    void onlyEdgesOpenAUnitOfWork() {
        noClasses()
                .that(not(classOf(JAKARTA, BATCH, CLI))
                        .and(not(resideInAnyPackage("com.servistech.erp", "com.servistech.erp.tenancy"))))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(UnitOfWork.class, Transactions.class)
                .check(PRODUCTION);
    }

    @Test
    void aResourceIsFoundUnderTheNameOfItsFeature() {
        Set<String> features = CORE.classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("com.servistech.erp."))
                .map(name -> name.split("\\.")[3])
                .collect(Collectors.toSet());

        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .resideInAnyPackage(features.stream()
                        .map(feature -> "com.servistech.erp.http." + feature)
                        .toArray(String[]::new))
                .check(JAKARTA.classes);
    }
}
