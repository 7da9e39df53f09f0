package com.servistech.erp.it.runtime;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's application as it was built, and the tests in it. */
final class ContractWar {

    private ContractWar() {}

    static WebArchive with(Class<?>... tests) {
        return ShrinkWrap.create(ZipImporter.class, "contract.war")
                .importFrom(new File(System.getProperty("erp.war")))
                .as(WebArchive.class)
                .addClasses(TwoStores.class, Superuser.class)
                .addClasses(tests)
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
