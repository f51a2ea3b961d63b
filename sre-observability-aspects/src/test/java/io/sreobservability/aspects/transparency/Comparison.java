package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.transparency.program.GeneratedProgram;
import io.sreobservability.aspects.transparency.run.Fault;
import io.sreobservability.aspects.transparency.run.Runner;
import io.sreobservability.aspects.transparency.twin.Twins;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Runs programs in both forms under every fault and keeps what was not the same. */
final class Comparison {
    private final List<Divergence> divergences = new ArrayList<>();
    private long runs;

    /** One run that betrayed telemetry. */
    record Divergence(GeneratedProgram program, Fault fault, long seed, List<String> plain, List<String> woven) {

        /** The first observation that differs, as both twins made it. */
        String difference() {
            int i = 0;
            while (i < plain.size() && i < woven.size() && plain.get(i).equals(woven.get(i))) {
                i++;
            }
            return "under: " + fault + ", decisions " + seed + "\nplain: " + at(plain, i) + "\nwoven: " + at(woven, i);
        }

        private static String at(List<String> lines, int index) {
            return index < lines.size() ? lines.get(index) : "(nothing more)";
        }
    }

    /**
     * Compares programs that are already built.
     *
     * @param faultsOf the faults of the program with this index
     * @param seeds for each, every program runs once more, with other decisions
     */
    void run(Twins twins, List<GeneratedProgram> programs, IntFunction<List<Fault>> faultsOf, List<Long> seeds)
            throws Exception {
        try (URLClassLoader plain = Twins.load(twins.plain());
                URLClassLoader woven = Twins.load(twins.woven())) {
            for (int i = 0; i < programs.size(); i++) {
                for (long seed : seeds) {
                    compare(programs.get(i), seed, plain, woven, faultsOf.apply(i));
                }
            }
        } finally {
            Fault.end();
        }
    }

    private void compare(GeneratedProgram program, long seed, ClassLoader plain, ClassLoader woven, List<Fault> faults)
            throws Exception {
        List<String> expected = Runner.run(plain, program.className(), seed);
        for (Fault fault : faults) {
            fault.begin();
            List<String> seen = Runner.run(woven, program.className(), seed);
            runs++;
            if (!seen.equals(expected)) {
                divergences.add(new Divergence(program, fault, seed, expected, seen));
            }
        }
    }

    long runs() {
        return runs;
    }

    List<Divergence> divergences() {
        return divergences;
    }

    /** Writes programs into a folder, compiles and weaves them. */
    static Twins build(Path folder, List<GeneratedProgram> programs) {
        return build(folder, programs, Map.of());
    }

    /** The same with aspects of somebody else. */
    static Twins build(Path folder, List<GeneratedProgram> programs, Map<String, String> foreignAspects) {
        Map<String, String> sources = new HashMap<>(
                programs.stream().collect(Collectors.toMap(GeneratedProgram::className, GeneratedProgram::source)));
        return Twins.build(folder, sources, foreignAspects);
    }
}
