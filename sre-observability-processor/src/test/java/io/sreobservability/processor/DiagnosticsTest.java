package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.processor.DiagnosticCases.Case;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.registry.reader.RegistrySource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticsTest {
    /** Those that are not about a place in the source, each with a test of its own below. */
    private static final List<Message> GLOBAL = List.of(
            Message.TYPE_UNKNOWN,
            Message.LEVELS_OPTION,
            Message.LIBRARY_MISSING,
            Message.CONSTANTS_PACKAGE,
            Message.REGISTRY_INVALID,
            Message.OUTPUT_FAILED,
            Message.REGISTRY_FOLDER,
            Message.LEFTOVER,
            Message.INTERNAL);

    static Stream<Case> cases() {
        return DiagnosticCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMistakeIsReportedOnceAtItsPlaceWithCodeAndFix(Case mistake) {
        Compilation compilation = Compiling.compile(Compiling.agent(mistake.members()));

        List<Diagnostic<? extends JavaFileObject>> found = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[SRE"))
                .toList();
        assertThat(found).hasSize(1);
        Diagnostic<? extends JavaFileObject> error = found.get(0);
        assertThat(error.getKind()).isEqualTo(mistake.kind());
        assertThat(error.getMessage(Locale.ROOT))
                .startsWith("[" + mistake.code() + "] ")
                .contains(mistake.text());
        String source = Compiling.agentText(mistake.members());
        int mark = source.indexOf(DiagnosticCases.MARK);
        assertThat(Objects.requireNonNull(error.getSource()).getName()).endsWith("com/acme/Agent.java");
        if (mark >= 0) {
            String before = source.substring(0, mark + DiagnosticCases.MARK.length());
            assertThat(error.getLineNumber()).isEqualTo(before.lines().count());
            assertThat(error.getColumnNumber()).isEqualTo(before.length() - before.lastIndexOf('\n'));
        }
    }

    @Test
    void noMessageIsWithoutATest() {
        TreeSet<String> tested = DiagnosticCases.all().map(Case::code).collect(Collectors.toCollection(TreeSet::new));
        GLOBAL.forEach(message -> tested.add(message.code()));
        DeprecationTest.TESTED.forEach(message -> tested.add(message.code()));

        assertThat(tested)
                .containsExactlyElementsOf(Arrays.stream(Message.values())
                        .map(Message::code)
                        .sorted()
                        .toList());
    }

    @Test
    void everythingIsReportedInOneGo() {
        Compilation compilation = Compiling.compile(
                Compiling.agent("""
                        @ToolSpan("tool.GetPods")
                        void a(@SpanAttribute("user_id") String user, @SpanAttribute("sre.user_id") int id) {}

                        @MemorySpan(value = "memory.store", strategy = "prefs")
                        void b() {}
                        """),
                Compiling.source(
                        "com.acme.Other",
                        "package com.acme; class Other { @io.sreobservability.annotations.AgentSpan(\"x\") void m() {} }"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT).substring(0, 8))
                .containsExactlyInAnyOrder("[SRE001]", "[SRE020]", "[SRE022]", "[SRE027]", "[SRE003]");
    }

    @Test
    void aClassWithAMistakeHasNeitherBindingNorContract(@TempDir Path folder) throws Exception {
        var source = Compiling.agent("@ToolSpan(\"tool.X\") void m() {}");
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, ignored -> {}, List.of("-d", folder.toString()), null, List.of(source));
        task.setProcessors(List.of(new SpanProcessor()));

        assertThat(task.call()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownConstantIsLeftToTheCompiler() {
        Compilation compilation = Compiling.compile(Compiling.agent("@ToolSpan(Names.NOPE) void m() {}"));

        assertThat(compilation.errors())
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).doesNotContain("SRE"));
        assertThat(compilation).failed();
    }

    @Test
    void aMissingLibraryIsReportedOnce() {
        Compilation compilation = Compiling.javac(List.of())
                .withProcessors(new SpanProcessor())
                .compile(
                        Compiling.agent("@ToolSpan(\"tool.x\") void m() {}"),
                        Compiling.source(
                                "com.acme.Other",
                                "class Other { @io.sreobservability.annotations.ToolSpan(\"tool.y\") void m() {} }"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation).hadErrorContaining("[SRE090] sre-observability-aspects is not on the class path.");
    }

    @Test
    void aWrongPackageForTheConstantsIsReported() {
        Compilation compilation =
                Compiling.compile(List.of("-Asre.observability.constants=com.acme."), Compiling.agent(""));

        assertThat(compilation).hadErrorContaining("[SRE091] `com.acme.` is not a package name");
    }

    @Test
    void anInvalidRegistryIsReportedWithItsPlace() {
        SpanProcessor processor = new SpanProcessor(() -> RegistryReader.read(List.of(new RegistrySource(
                "acme",
                new RegistrySource.File("registry.index", "acme.yaml"),
                new RegistrySource.File("manifest.yaml", "a: b"),
                List.of()))));

        Compilation compilation =
                Compiling.compile(processor, List.of(), Compiling.agent("@ToolSpan(\"tool.x\") void m() {}"));

        assertThat(compilation)
                .hadErrorContaining(
                        "[SRE092] The registry cannot be used: manifest.yaml:1:1: missing field `schema_url`");
    }

    @Test
    void aRegistryFolderThatIsNotThereIsNamed() {
        Compilation compilation =
                Compiling.compile(List.of("-Asre.observability.registry=no/such/folder"), Compiling.agent(""));

        assertThat(compilation)
                .hadErrorContaining("[SRE094] `no/such/folder` is not a folder: -Asre.observability.registry expects");
    }

    @Test
    void anOptionWithoutAValueIsNotTakenForNone() {
        assertThat(Compiling.compile(List.of("-Asre.observability.registry="), Compiling.agent("")))
                .hadErrorContaining("[SRE094] `` is not a folder");
        assertThat(Compiling.compile(List.of("-Asre.observability.constants="), Compiling.agent("")))
                .hadErrorContaining("[SRE091] `` is not a package name");
    }

    @Test
    void aFileThatCannotBeWrittenIsReported() {
        Compilation compilation = Compiling.compile(
                Compiling.agent("@ToolSpan(\"tool.x\") void m() {}"),
                Compiling.source("com.acme.Agent_SpanBinding", "package com.acme; class Agent_SpanBinding {}"));

        assertThat(compilation).hadErrorContaining("[SRE093] Agent_SpanBinding.java cannot be written:");
    }

    @Test
    void aFailureOfTheProcessorIsOneDiagnosticWithoutAStackTrace() {
        SpanProcessor processor = new SpanProcessor(() -> {
            throw new IllegalStateException("boom");
        });

        Compilation compilation =
                Compiling.compile(processor, List.of(), Compiling.agent("@ToolSpan(\"tool.x\") void m() {}"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[SRE099] The processor failed: java.lang.IllegalStateException: boom at ")
                .hasLineCount(1);
    }
}
