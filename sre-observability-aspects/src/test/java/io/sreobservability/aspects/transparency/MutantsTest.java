package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.transparency.Comparison.Divergence;
import io.sreobservability.aspects.transparency.program.GeneratedProgram;
import io.sreobservability.aspects.transparency.program.ProgramGenerator;
import io.sreobservability.aspects.transparency.run.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the comparison bites: aspects that do change programs, each woven into programs of its own, are all found. */
class MutantsTest {
    private static final int PROGRAMS_EACH = 4;

    /** Each weaves what {@code TARGET} stands for. */
    private static final Map<String, String> ADVICE = new LinkedHashMap<>(Map.of(
            "frames", "Object around() : TARGET { return proceed(); }",
            "swallowed", "Object around() : TARGET { try { return proceed(); } catch (Error e) { return null; } }",
            "replaced", "after() throwing(Throwable t) : TARGET { throw new IllegalStateException(t); }",
            "decorated", "after() throwing(Throwable t) : TARGET { t.addSuppressed(new Exception()); }",
            "uninterrupted", "before() : TARGET { Thread.interrupted(); }",
            "interrupted", "after() returning : TARGET { Thread.currentThread().interrupt(); }",
            "loader",
                    "before() : TARGET { Thread.currentThread().setContextClassLoader(Object.class.getClassLoader()); }",
            "context",
                    "before() : TARGET { io.opentelemetry.context.Context.current().with("
                            + "io.opentelemetry.context.ContextKey.named(\"x\"), 1).makeCurrent(); }"));

    @TempDir
    private Path folder;

    @Test
    void everyAspectThatChangesProgramsIsFound() throws Exception {
        List<GeneratedProgram> programs = new ArrayList<>();
        Map<String, String> aspects = new LinkedHashMap<>();
        ADVICE.forEach((name, advice) -> {
            String target = "execution(* m*(..)) && within(" + name + "..*)";
            aspects.put(name + ".aj", "aspect Mutant_" + name + " { " + advice.replace("TARGET", target) + " }");
            for (int i = 0; i < PROGRAMS_EACH; i++) {
                programs.add(ProgramGenerator.generate(name + ".Program" + i, 7L * i));
            }
        });

        Comparison comparison = new Comparison();
        comparison.run(
                Comparison.build(folder, programs, aspects),
                programs,
                program -> Faults.all().subList(0, 1),
                List.of(1L, 2L, 3L));

        assertThat(comparison.divergences())
                .extracting(MutantsTest::mutant)
                .as("mutants found")
                .containsAll(ADVICE.keySet());
    }

    private static String mutant(Divergence divergence) {
        String name = divergence.program().className();
        return name.substring(0, name.indexOf('.'));
    }
}
