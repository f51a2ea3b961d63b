package io.sreobservability.cloudwatch;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows between the packages point one way. */
@AnalyzeClasses(packages = "io.sreobservability.cloudwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
    @ArchTest
    static final ArchRule NO_TWO_PACKAGES_USE_EACH_OTHER =
            slices().matching("io.sreobservability.(**)").should().beFreeOfCycles();
}
