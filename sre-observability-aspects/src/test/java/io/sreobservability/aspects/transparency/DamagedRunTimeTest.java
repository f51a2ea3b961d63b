package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.aspects.transparency.program.GeneratedProgram;
import io.sreobservability.aspects.transparency.program.ProgramGenerator;
import io.sreobservability.aspects.transparency.run.Runner;
import io.sreobservability.aspects.transparency.run.StartUp;
import io.sreobservability.aspects.transparency.twin.RunTime;
import io.sreobservability.aspects.transparency.twin.RunTime.Damage;
import io.sreobservability.aspects.transparency.twin.Twins;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs where telemetry can't even be loaded, where its classes fail as they are initialised, and where
 * OpenTelemetry's context does not work. Each run time has a class loader of its own, with statics of its own.
 */
class DamagedRunTimeTest {
    private static final int PROGRAMS = Integer.getInteger("transparency.damaged.programs", 6);
    private static final long SEED = Long.getLong("transparency.seed", 20_261);
    private static final String ENGINE = "io.sreobservability.aspects.";
    /** SLF4J tells each run time anew that it logs nowhere. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static List<GeneratedProgram> programs;
    private static List<List<String>> expected;
    private static Twins twins;

    record World(String name, StartUp startUp, String withoutArchive, Map<String, Damage> damaged) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<World> worlds() {
        List<World> worlds = new ArrayList<>();
        worlds.add(new World("nothing damaged", StartUp.SDK, "", Map.of()));
        worlds.add(new World("nothing installed", StartUp.NONE, "", Map.of()));
        for (String archive : List.of("opentelemetry-api-", "opentelemetry-context-", "opentelemetry-common-")) {
            worlds.add(new World("without " + archive, StartUp.NONE, archive, Map.of()));
        }
        worlds.add(new World("without slf4j", StartUp.FAILING_SDK, "slf4j-api-", Map.of()));
        worlds.add(new World("without aspectjrt", StartUp.SDK, "aspectjrt-", Map.of()));
        for (Damage damage : Damage.values()) {
            worlds.add(damaged(damage, StartUp.FAILING_SDK, "org.slf4j.LoggerFactory"));
            worlds.add(damaged(damage, StartUp.SDK, "io.opentelemetry.context.Context"));
            worlds.add(damaged(damage, StartUp.SDK, "io.opentelemetry.api.trace.Span"));
            ofTheEngine().forEach(name -> worlds.add(damaged(damage, StartUp.NONE, ENGINE + name)));
        }
        Stream.of(StartUp.values())
                .filter(startUp -> startUp.name().startsWith("FAILING"))
                .forEach(startUp -> worlds.add(new World(startUp.name(), startUp, "", Map.of())));
        return worlds;
    }

    private static Stream<String> ofTheEngine() {
        return Stream.of(
                "engine.SpanEngine",
                "engine.EngineState",
                "engine.Settings",
                "engine.FrameStack",
                "engine.SpanFrame",
                "engine.ActiveSpan",
                "engine.SpanAttributes",
                "engine.SpanContextNode",
                "engine.SpanCompletion",
                "engine.WarmUp",
                "engine.Telemetry",
                "engine.SpanPoint",
                "engine.ErrorTypes",
                "health.FaultLog",
                "health.EngineCounters",
                "naming.SpanNaming",
                "content.ContentFilter",
                "standard.StandardAttributes",
                "standard.StandardMetrics");
    }

    private static World damaged(Damage damage, StartUp startUp, String className) {
        return new World(damage + " " + className, startUp, "", Map.of(className, damage));
    }

    @BeforeAll
    static void build() throws Exception {
        System.setProperty(VERBOSITY, "ERROR");
        programs = IntStream.range(0, PROGRAMS)
                .mapToObj(i -> ProgramGenerator.generate("damaged.Program" + i, SEED + i))
                .toList();
        twins = Comparison.build(folder, programs);
        expected = new ArrayList<>();
        try (URLClassLoader plain = Twins.load(twins.plain())) {
            for (GeneratedProgram program : programs) {
                expected.add(Runner.runAlone(plain, program.className(), SEED));
            }
        }
    }

    @AfterAll
    static void report() {
        System.clearProperty(VERBOSITY);
        System.out.printf(
                "Transparency: %d programs, %d damaged run times, %d runs, seed %d%n",
                PROGRAMS, worlds().size(), RUNS.get(), SEED);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aProgramIsTheSame(World world) throws Exception {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        try (RunTime runTime = RunTime.of(world.withoutArchive(), world.damaged())) {
            for (String damaged : world.damaged().keySet()) {
                assertThatThrownBy(() -> Class.forName(damaged, true, runTime)).isNotNull();
            }
            Class<?> runner = runTime.loadClass(Runner.class.getName());
            if (world.startUp() != StartUp.NONE) {
                startLeniently(runner, world.startUp());
            }
            try (URLClassLoader woven = Twins.load(twins.woven(), runTime)) {
                for (GeneratedProgram program : programs) {
                    seen.put(program.className(), run(runner, woven, program.className()));
                }
            }
        }

        for (int i = 0; i < programs.size(); i++) {
            assertThat(seen.get(programs.get(i).className()))
                    .as(programs.get(i).source())
                    .isEqualTo(expected.get(i));
        }
    }

    @SuppressWarnings("unchecked") // what the runner returns
    private static List<String> run(Class<?> runner, ClassLoader woven, String program) throws Exception {
        RUNS.incrementAndGet();
        return (List<String>) runner.getMethod("runAlone", ClassLoader.class, String.class, long.class)
                .invoke(null, woven, program, SEED);
    }

    /** An application whose telemetry can't be brought up goes on without it. */
    private static void startLeniently(Class<?> runner, StartUp startUp) throws ReflectiveOperationException {
        try {
            runner.getMethod("start", String.class).invoke(null, startUp.name());
        } catch (java.lang.reflect.InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(LinkageError.class);
        }
    }
}
