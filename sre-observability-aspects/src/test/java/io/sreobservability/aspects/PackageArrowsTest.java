package io.sreobservability.aspects;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the run time may use: little, because it becomes part of every program that is woven. */
@AnalyzeClasses(packages = "io.sreobservability.aspects", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
    @ArchTest
    static final ArchRule NO_PACKAGES_USE_EACH_OTHER =
            slices().matching("io.sreobservability.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_RUN_TIME_NEEDS_ONLY_THE_API_OF_OPEN_TELEMETRY = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "io.sreobservability.aspects..",
                    "io.opentelemetry.api..",
                    "io.opentelemetry.context..",
                    "org.aspectj..",
                    "org.jspecify.annotations..",
                    "org.slf4j"));

    @ArchTest
    static final ArchRule NAMES_CONTENT_AND_DEFINITIONS_KNOW_NOTHING_OF_THE_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("..naming..", "..attribute..", "..metric..", "..standard", "..health..", "..content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine..", "..weaving..");

    @ArchTest
    static final ArchRule PROPAGATION_IS_FOR_APPLICATIONS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("io.sreobservability.aspects.propagation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sreobservability.aspects.propagation..");
}
