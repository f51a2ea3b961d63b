package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.transparency.Comparison.Divergence;
import io.sreobservability.aspects.transparency.program.GeneratedProgram;
import io.sreobservability.aspects.transparency.program.ProgramGenerator;
import io.sreobservability.aspects.transparency.run.Fault;
import io.sreobservability.aspects.transparency.run.Faults;
import io.sreobservability.aspects.transparency.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, woven and not, under telemetry that works or fails in some way. Both must return and throw the same
 * objects, see the same stack, interrupts, monitors and contexts, and leave the same behind.
 *
 * <p>A build runs a little of it, always the same. More, or others:
 *
 * <pre>{@code
 * mvn verify -pl sre-observability-aspects -am -Dtest=TransparencyTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtransparency.batches=20 -Dtransparency.faults=1000 -Dtransparency.seed=42
 * }</pre>
 */
class TransparencyTest {
    private static final int PROGRAMS_IN_A_BATCH = Integer.getInteger("transparency.programs", 40);
    private static final int BATCHES = Integer.getInteger("transparency.batches", 1);
    private static final int FAULTS_OF_EACH_KIND = Integer.getInteger("transparency.faults", 2);
    private static final int RUNS = Integer.getInteger("transparency.runs", 1);
    private static final long SEED = Long.getLong("transparency.seed", 20_261_129);

    @TempDir
    private Path folder;

    @Test
    void aWovenProgramIsTheProgramThatWasWrittenWhateverTelemetryDoes() throws Exception {
        List<Fault> faults = Faults.all();
        Comparison comparison = new Comparison();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<GeneratedProgram> programs = programs(batch);
            Twins twins = Comparison.build(folder.resolve("batch-" + batch), programs);
            assertThat(twins.aspects()).as("what was woven").hasSameSizeAs(programs);
            comparison.run(
                    twins,
                    programs,
                    program -> Faults.some(faults, program, FAULTS_OF_EACH_KIND),
                    LongStream.range(SEED, SEED + RUNS).boxed().toList());
        }

        long kinds = faults.stream().map(Fault::kind).distinct().count();
        System.out.printf(
                "Transparency: %d programs, %d kinds of telemetry in %d forms, %d runs, %d divergences, seed %d%n",
                BATCHES * PROGRAMS_IN_A_BATCH,
                kinds,
                faults.size(),
                comparison.runs(),
                comparison.divergences().size(),
                SEED);
        assertThat(explained(comparison.divergences())).isEmpty();
        assertThat(kinds).as("kinds of telemetry").isGreaterThanOrEqualTo(12);
        assertThat(spans(faults, "none")).as("spans of woven programs").isPositive();
        assertThat(spans(faults, "none, with content")).isPositive();
        assertThat(spans(faults, "not sampled")).isZero();
        assertThat(spans(faults, "switched off"))
                .as("spans of programs that switch telemetry on themselves")
                .isLessThan(spans(faults, "none"));
        assertThat(comparison.runs()).as("runs").isGreaterThanOrEqualTo(kinds * RUNS);
    }

    private static long spans(List<Fault> faults, String kind) {
        return faults.stream()
                .filter(fault -> fault.kind().equals(kind))
                .mapToLong(fault -> fault.spans().get())
                .sum();
    }

    private static List<GeneratedProgram> programs(int batch) {
        Random seeds = new Random(SEED + batch);
        return IntStream.range(0, PROGRAMS_IN_A_BATCH)
                .mapToObj(i -> ProgramGenerator.generate("generated.Program" + i, seeds.nextLong()))
                .toList();
    }

    /** The smallest program that shows it, with what it saw. */
    private String explained(List<Divergence> divergences) throws Exception {
        if (divergences.isEmpty()) {
            return "";
        }
        Divergence smallest = new Shrinker(folder).smallest(divergences.get(0));
        return divergences.size() + " divergences from seed " + SEED + ", one of them\n" + smallest.difference() + "\n"
                + smallest.program().source();
    }
}
