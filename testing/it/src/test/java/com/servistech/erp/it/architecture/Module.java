package com.servistech.erp.it.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The modules of the build that have classes, as they were compiled before this one. */
enum Module {
    LOCAL("testing/local"),
    KIT("testing/kit"),
    CORE("erp-core"),
    BATCH("erp-batch"),
    JAKARTA("erp-jakarta"),
    CLIENT("erp-sdk-client"),
    CLI("erp-cli"),
    REQUESTS("liberty/requests");

    /** What is shipped. */
    static final Module[] PRODUCTION = {CORE, BATCH, JAKARTA, CLIENT, CLI, REQUESTS};

    final JavaClasses classes;
    private final String directory;

    Module(String directory) {
        this.directory = directory;
        this.classes = new ClassFileImporter().importPaths(path(directory));
    }

    static JavaClasses production() {
        return new ClassFileImporter()
                .importPaths(
                        Arrays.stream(PRODUCTION).map(m -> path(m.directory)).toList());
    }

    /** A class of one of these modules. */
    static DescribedPredicate<JavaClass> classOf(Module... modules) {
        String names =
                String.join(" or ", Arrays.stream(modules).map(m -> m.directory).toList());
        return DescribedPredicate.describe(
                "are of " + names,
                type -> Stream.of(modules)
                        .anyMatch(m ->
                                m.classes.contain(type.getBaseComponentType().getName())));
    }

    private static Path path(String directory) {
        return Path.of("..", "..", directory, "target", "classes");
    }
}
