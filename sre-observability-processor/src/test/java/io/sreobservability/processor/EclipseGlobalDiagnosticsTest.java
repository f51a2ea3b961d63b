package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.registry.reader.RegistrySource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings about the compilation as a whole, with the Eclipse compiler. */
class EclipseGlobalDiagnosticsTest {
    private static final String TOOL = "@ToolSpan(\"tool.x\") void m() {}";

    @TempDir
    static Path folder;

    private static Path runTime;

    @BeforeAll
    static void compileTheRunTime() {
        runTime = Compiling.runTime(folder);
    }

    @Test
    void optionsAreJudged() {
        assertThat(said(new SpanProcessor(), "-Asre.observability.levels=SRE001=off"))
                .startsWith("[SRE088] `SRE001=off` in -Asre.observability.levels goes below");
        assertThat(said(new SpanProcessor(), "-Asre.observability.constants=com.acme."))
                .startsWith("[SRE091] `com.acme.` is not a package name");
        assertThat(said(new SpanProcessor(), "-Asre.observability.registry=nowhere"))
                .startsWith("[SRE094] `nowhere` is not a folder");
        assertThat(said(new SpanProcessor(), "-Asre.observability.registry="))
                .startsWith("[SRE094] `` is not a folder");
        assertThat(said(new SpanProcessor(), "-Asre.observability.constants="))
                .startsWith("[SRE091] `` is not a package name");
    }

    @Test
    void aMissingLibraryIsReported() {
        List<String> said = said(
                List.of(), new SpanProcessor(), List.of(), Map.of("com/acme/Agent.java", Compiling.agentText(TOOL)));

        assertThat(said).singleElement().asString().startsWith("[SRE090] sre-observability-aspects is not");
    }

    @Test
    void anInvalidRegistryAndAFailureAreOneFindingEach() {
        SpanProcessor invalid = new SpanProcessor(() -> RegistryReader.read(List.of(new RegistrySource(
                "acme",
                new RegistrySource.File("registry.index", "acme.yaml"),
                new RegistrySource.File("manifest.yaml", "a: b"),
                List.of()))));
        SpanProcessor failing = new SpanProcessor(() -> {
            throw new IllegalStateException("boom");
        });

        assertThat(said(invalid, "-Anothing"))
                .startsWith("[SRE092] The registry cannot be used: manifest.yaml:1:1: missing field `schema_url`");
        assertThat(said(failing, "-Anothing"))
                .startsWith("[SRE099] The processor failed: java.lang.IllegalStateException: boom at ")
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsReported() {
        List<String> said = said(
                List.of(runTime),
                new SpanProcessor(),
                List.of(),
                Map.of(
                        "com/acme/Agent.java",
                        Compiling.agentText(TOOL),
                        "com/acme/Agent_SpanBinding.java",
                        "package com.acme; class Agent_SpanBinding {}"));

        assertThat(said).singleElement().asString().startsWith("[SRE093] Agent_SpanBinding.java cannot be written:");
    }

    private static String said(SpanProcessor processor, String option) {
        return String.join(
                "\n",
                said(
                        List.of(runTime),
                        processor,
                        List.of(option),
                        Map.of("com/acme/Agent.java", Compiling.agentText(TOOL))));
    }

    private static List<String> said(
            List<Path> classPath, SpanProcessor processor, List<String> options, Map<String, String> sources) {
        return new OnDisk(OnDisk.Kind.ECLIPSE, folder, classPath)
                .compile(processor, options, sources).ours().stream()
                        .map(found -> found.getMessage(Locale.ROOT))
                        .toList();
    }
}
