package io.sreobservability.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows between the packages point one way, and little comes along into users' tests. */
@AnalyzeClasses(packages = "io.sreobservability.testing", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
    @ArchTest
    static final ArchRule NO_TWO_PACKAGES_USE_EACH_OTHER =
            slices().matching("io.sreobservability.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_KIT_NEEDS_NO_ASSERTION_LIBRARY_AND_NOT_THE_ENGINE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "io.sreobservability.testing..",
                    "io.sreobservability.aspects",
                    "io.sreobservability.aspects.attribute",
                    "io.sreobservability.registry.contract",
                    "io.sreobservability.registry.name",
                    "io.opentelemetry..",
                    "org.jspecify.annotations..",
                    "org.junit.jupiter.api..",
                    "org.junit.platform.commons.support..",
                    "org.opentest4j.."));

    @ArchTest
    static final ArchRule WHAT_CHECKS_AND_RECORDS_KNOWS_NOTHING_OF_JUNIT = noClasses()
            .that()
            .resideInAnyPackage("..contract..", "..recording..", "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..");
}
