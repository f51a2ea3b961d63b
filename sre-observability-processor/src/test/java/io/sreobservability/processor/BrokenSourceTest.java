package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes of every other kind beside ours, on both compilers: neither hides the other, and nothing throws. */
class BrokenSourceTest {
    private static final String WRONG = "@ToolSpan(\"tool.X\") void wrong() {}\n";

    @TempDir
    static Path folder;

    private static Path runTime;

    @BeforeAll
    static void compileTheRunTime() {
        runTime = Compiling.runTime(folder);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownTypeOnOneMethodHidesNoMistakeOnAnother(OnDisk.Kind compiler) {
        List<String> errors = errors(
                compiler,
                Map.of(
                        "com/acme/Agent.java",
                        Compiling.agentText(WRONG + "@ToolSpan(\"tool.x\") void m(Gone gone) {}")));

        assertThat(errors)
                .anyMatch(error -> error.startsWith("8:[SRE001]"))
                .anyMatch(error -> error.contains("Gone") && !error.contains("SRE"))
                .noneMatch(error -> error.contains("SRE099"));
    }

    @ParameterizedTest
    @EnumSource
    void aPathThroughAnUnknownTypeIsNotCalledWrong(OnDisk.Kind compiler) {
        List<String> errors = errors(compiler, Map.of("com/acme/Agent.java", Compiling.agentText("""
                        static class Pod extends GoneBase { GoneName name() { return null; } }
                        @ToolSpan("tool.x") void a(@SpanAttribute(value = "sre.query", from = "name().text()") Pod p) {}
                        @ToolSpan("tool.y") void b(@SpanAttribute(value = "sre.query", from = "id()") Pod p) {}
                        """)));

        assertThat(errors)
                .anyMatch(error -> error.contains("GoneBase"))
                .anyMatch(error -> error.contains("GoneName"))
                .filteredOn(error -> error.contains("[SRE"))
                .hasSize(2)
                .anyMatch(error -> error.contains("[SRE037]") && error.contains("the type GoneBase"))
                .anyMatch(error -> error.contains("[SRE037]") && error.contains("the type GoneName"));
    }

    @ParameterizedTest
    @EnumSource
    void aSyntaxErrorIsReported(OnDisk.Kind compiler) {
        List<String> errors =
                errors(compiler, Map.of("com/acme/Agent.java", Compiling.agentText(WRONG + "void broken( {}")));

        assertThat(errors).anyMatch(error -> !error.contains("SRE")).noneMatch(error -> error.contains("SRE099"));
    }

    @ParameterizedTest
    @EnumSource
    void typesThatLeadBackToThemselvesAreNoTrap(OnDisk.Kind compiler) {
        List<String> errors = errors(compiler, Map.of("com/acme/Agent.java", Compiling.agentText("""
                        interface Node<T extends Node<T>> { T next(); String id(); }
                        @ToolSpan("tool.a") <T extends Node<T>> void a(
                                @SpanAttribute(value = "sre.query", from = "next().next().id()") T node) {}
                        @ToolSpan("tool.b") <T extends List<T>> void b(@SpanAttribute("sre.tool_params") T list) {}
                        @ToolSpan("tool.c") <E extends Enum<E>> void c(@SpanAttribute("sre.query") E constant) {}
                        @ToolSpan("tool.d") void d(
                                @SpanAttribute(value = "sre.query", from = "next().id()") Node<? extends Node<?>> node) {}
                        """)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMissingClassFileIsNamed(OnDisk.Kind compiler) throws IOException {
        Path library = folder.resolve("library-" + compiler);
        new OnDisk(OnDisk.Kind.JAVAC, folder, List.of(runTime))
                .compileTo(
                        library,
                        Map.of(
                                "lib/Gone.java",
                                        "package lib; public class Gone { public String id() { return null; } }",
                                "lib/Pod.java",
                                        "package lib; public class Pod extends Gone { public Gone other() { return null; } }"));
        Files.delete(library.resolve("lib/Gone.class"));

        OnDisk.Result result = new OnDisk(compiler, folder, List.of(runTime, library))
                .compile(
                        new SpanProcessor(),
                        List.of(),
                        Map.of(
                                "com/acme/Agent.java",
                                Compiling.agentText(
                                        WRONG
                                                + "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.query\", from = \"id()\") lib.Pod p) {}")));

        assertThat(result.errors())
                .anyMatch(error -> error.contains("[SRE037]") && error.contains("Gone"))
                .anyMatch(error -> error.contains("[SRE001]"))
                .noneMatch(error -> error.contains("SRE099"));
    }

    private static List<String> errors(OnDisk.Kind compiler, Map<String, String> sources) {
        return new OnDisk(compiler, folder, List.of(runTime))
                .compile(new SpanProcessor(), List.of(), sources)
                .errors();
    }
}
