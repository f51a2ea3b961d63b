package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** Beside processors that write sources: what they write in a later round is measured like what was there at first. */
class LaterRoundsTest {
    private static final String POD = "package com.acme; record Pod(String name) {}";
    private static final String NAMES =
            "package com.acme; final class Names { static final String GET = \"agent.pods.execute\"; }";
    private static final String TOOL = """
            package com.acme;

            class Tool {
                @io.sreobservability.annotations.ToolSpan("tool.generated")
                void run() {}
            }
            """;
    private static final String USER = """
            @AgentSpan(Names.GET)
            @FixedAttribute(key = "sre.user_id", value = "a")
            @FixedAttribute(key = "sre.session_id", value = "b")
            @ResultAttribute(key = "sre.tools_invoked", from = "name().length()")
            Pod get() { return new Pod("x"); }
            """;

    @Test
    void anAnnotatedClassOfALaterRoundIsMeasured() throws IOException {
        Compilation compilation = compile(new Generator(Map.of(2, Map.of("com.acme.Tool", TOOL))), "");

        assertThat(methods(compilation)).containsExactly("com.acme.Tool.run");
    }

    @Test
    void aClassWaitsForTypesAndConstantsOfLaterRounds() throws IOException {
        Generator generator = new Generator(Map.of(
                1, Map.of("com.acme.Names", NAMES), 2, Map.of("com.acme.Pod", POD), 3, Map.of("com.acme.Tool", TOOL)));

        Compilation compilation = compile(generator, USER);

        assertThat(methods(compilation)).containsExactly("com.acme.Agent.get", "com.acme.Tool.run");
    }

    private static Compilation compile(Generator generator, String members) {
        List<JavaFileObject> sources = new ArrayList<>(Compiling.stubs());
        sources.addAll(Compiling.constants());
        sources.add(Compiling.agent(members));
        return Compiling.javac(List.of())
                .withProcessors(new SpanProcessor(), new SpanProcessorClaim(), generator)
                .compile(sources);
    }

    private static List<String> methods(Compilation compilation) throws IOException {
        assertThat(compilation).succeededWithoutWarnings();
        String json = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, Contract.RESOURCE)
                .orElseThrow()
                .getCharContent(false)
                .toString();
        return ContractJson.read(json, "test").points().stream()
                .map((ContractPoint point) -> point.className() + "." + point.method())
                .toList();
    }

    /** Writes sources in the rounds of these numbers, from 1. */
    private static final class Generator extends AbstractProcessor {
        private final Map<Integer, Map<String, String>> sources;
        private int round;

        Generator(Map<Integer, Map<String, String>> sources) {
            this.sources = sources;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            round++;
            sources.getOrDefault(round, Map.of()).forEach(this::write);
            if (round == 1 && !sources.containsKey(1)) {
                write("com.acme.Unrelated", "package com.acme; class Unrelated {}");
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
