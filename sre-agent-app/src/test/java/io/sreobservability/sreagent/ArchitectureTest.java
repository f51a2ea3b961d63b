package io.sreobservability.sreagent;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.sreobservability.sreagent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.sreobservability.sreagent.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("..sreagent.cli..")
            .layer("serve")
            .definedBy("..sreagent.serve..")
            .layer("report")
            .definedBy("..sreagent.report..")
            .layer("demo")
            .definedBy("..sreagent.demo..")
            .layer("work")
            .definedBy(
                    "..sreagent.agent..",
                    "..sreagent.trace..",
                    "..sreagent.deploy..",
                    "..sreagent.backend..",
                    "..sreagent.gateway..")
            .layer("base")
            .definedBy("..sreagent.model..", "..sreagent.memory..", "..sreagent.tool..", "..sreagent.web..")
            .layer("ground")
            .definedBy("..sreagent.remote..")
            .layer("text")
            .definedBy("..sreagent.text..")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("serve", "cli")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("work")
            .mayOnlyBeAccessedByLayers("report", "demo", "serve", "cli")
            .whereLayer("ground")
            .mayOnlyBeAccessedByLayers("base");
}
