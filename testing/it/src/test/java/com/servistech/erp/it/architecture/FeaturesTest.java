package com.servistech.erp.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.backup.DatabaseRestore;
import com.servistech.erp.billing.fiscal.FiscalChannel;
import com.servistech.erp.events.EventPublisher;
import com.servistech.erp.files.FileStore;
import com.servistech.erp.health.OutsideFacts;
import com.servistech.erp.notifications.Notifier;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.TableArchive;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a feature is built inside. */
class FeaturesTest {

    /** Sub-packages that are named for the real thing behind a port. */
    private static final Set<String> ADAPTERS = Set.of(
            "com.servistech.erp.backup.cms",
            "com.servistech.erp.backup.folder",
            "com.servistech.erp.backup.pgdump",
            "com.servistech.erp.backup.s3",
            "com.servistech.erp.billing.fiscal.digital",
            "com.servistech.erp.files.folder",
            "com.servistech.erp.events.redis",
            "com.servistech.erp.identity.redis",
            "com.servistech.erp.notifications.slack",
            "com.servistech.erp.rates.bcv",
            "com.servistech.erp.rates.binance",
            "com.servistech.erp.rates.redis",
            "com.servistech.erp.rates.witness");

    /** Sub-features: values and rules of their own, or what several adapters of a feature share. */
    private static final Set<String> PARTS = Set.of(
            "com.servistech.erp.billing.tax",
            "com.servistech.erp.billing.fiscal",
            "com.servistech.erp.billing.invoice",
            "com.servistech.erp.billing.note",
            "com.servistech.erp.billing.deliverynote",
            "com.servistech.erp.billing.document",
            "com.servistech.erp.billing.paper",
            "com.servistech.erp.billing.payment",
            "com.servistech.erp.billing.refund",
            "com.servistech.erp.billing.book",
            "com.servistech.erp.billing.explain",
            "com.servistech.erp.commissions.rule",
            "com.servistech.erp.commissions.decision",
            "com.servistech.erp.commissions.period",
            "com.servistech.erp.commissions.settlement",
            "com.servistech.erp.commissions.debit",
            "com.servistech.erp.commissions.pay",
            "com.servistech.erp.commissions.explain",
            "com.servistech.erp.commissions.paper",
            "com.servistech.erp.rates.market",
            "com.servistech.erp.rates.web");

    /** What the business asks of the world outside; an interface may have one implementation because it is one of these. */
    private static final Set<String> PORTS = Set.of(
            FileStore.class.getName(),
            DatabaseDump.class.getName(),
            DatabaseDump.Claim.class.getName(),
            DatabaseRestore.class.getName(),
            FiscalChannel.class.getName(),
            EventPublisher.class.getName(),
            Notifier.class.getName(),
            OutsideFacts.class.getName(),
            RateSource.class.getName(),
            TableArchive.class.getName());

    private static final JavaClasses CORE = Module.CORE.classes;
    private static final JavaClasses PRODUCTION = Module.production();

    @Test
    void everyPackageInsideAFeatureIsAnAdapterOrAPartInTheLists() {
        Set<String> known = new java.util.HashSet<>(ADAPTERS);
        known.addAll(PARTS);
        assertThat(CORE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.split("\\.").length > 4)
                        .collect(Collectors.toSet()))
                .isEqualTo(known);
    }

    @Test
    void onlyTheAssemblyKnowsWhichAdapterServesAPort() {
        for (String adapter : ADAPTERS) {
            noClasses()
                    .that(not(resideInAPackage(adapter)))
                    .and()
                    .doNotHaveFullyQualifiedName("com.servistech.erp.Adapters")
                    .and()
                    .doNotHaveFullyQualifiedName("com.servistech.erp.ErpConfig")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(adapter)
                    .check(PRODUCTION);
        }
    }

    @Test
    void anInterfaceHasSeveralImplementationsUnlessItIsAPort() {
        List<String> single = PRODUCTION.stream()
                .filter(type -> type.isInterface() && !type.isAnnotation())
                .filter(type -> type.getAllSubclasses().stream()
                                .filter(sub -> !sub.isInterface())
                                .count()
                        == 1)
                .map(JavaClass::getName)
                .toList();

        assertThat(single).isSubsetOf(PORTS);
        assertThat(PORTS).isSubsetOf(PRODUCTION.stream().map(JavaClass::getName).toList());
    }

    @Test
    void anEntityIsNobodysBusinessOutsideItsFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(PRODUCTION);
    }

    @Test
    void anEntityIsIdentifiedByItsIdAlone() {
        for (JavaClass entity : entities()) {
            assertThat(entity.getAllFields().stream()
                            .filter(field -> field.isAnnotatedWith(Id.class) || field.isAnnotatedWith(EmbeddedId.class))
                            .map(JavaField::getName))
                    .as(entity.getName())
                    .containsExactly("id");
            assertThat(entity.isAnnotatedWith(IdClass.class))
                    .as(entity.getName())
                    .isFalse();
        }
    }

    @Test
    void anAggregateRefersToAnotherByItsIdAndNotByAssociation() {
        // no aggregate has a child entity yet; the first one, mapped on both sides, is the exception to name here
        noFields()
                .should()
                .beAnnotatedWith(ManyToOne.class)
                .orShould()
                .beAnnotatedWith(OneToMany.class)
                .orShould()
                .beAnnotatedWith(OneToOne.class)
                .orShould()
                .beAnnotatedWith(ManyToMany.class)
                .check(PRODUCTION);
    }

    private static List<JavaClass> entities() {
        List<JavaClass> entities = PRODUCTION.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .toList();
        assertThat(entities).isNotEmpty();
        return entities;
    }
}
