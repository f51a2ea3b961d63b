package io.sreobservability.local;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows between the packages point one way. */
@AnalyzeClasses(packages = "io.sreobservability.local", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
    @ArchTest
    static final ArchRule WIRE_AND_CONSOLE_USE_QUERY_AND_STORE_AND_NOTHING_POINTS_BACK = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy("io.sreobservability.local")
            .layer("http")
            .definedBy("io.sreobservability.local.wire.http")
            .layer("wire")
            .definedBy("io.sreobservability.local.wire.(api|aws|otlp|fault)..")
            .layer("console")
            .definedBy("io.sreobservability.local.console..")
            .layer("query")
            .definedBy("io.sreobservability.local.query..")
            .layer("store")
            .definedBy("io.sreobservability.local.store..")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("wire", "console", "program")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("wire", "console", "program")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("query", "wire", "console", "program");

    @ArchTest
    static final ArchRule NO_TWO_PACKAGES_USE_EACH_OTHER =
            slices().matching("io.sreobservability.local.(**)").should().beFreeOfCycles();
}
