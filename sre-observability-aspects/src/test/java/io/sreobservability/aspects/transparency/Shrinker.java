package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.transparency.Comparison.Divergence;
import io.sreobservability.aspects.transparency.program.GeneratedProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a program that betrayed telemetry as small as it can be while it still does. */
final class Shrinker {
    private static final int MOST_ROUNDS = 40;
    private static final int MOST_CANDIDATES = 40;

    private final Path folder;

    Shrinker(Path folder) {
        this.folder = folder;
    }

    Divergence smallest(Divergence found) throws Exception {
        Divergence smallest = found;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Divergence> smaller = smaller(smallest, folder.resolve("round-" + round));
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    /** All candidates are built together, for a build takes seconds and a run none. */
    private static Optional<Divergence> smaller(Divergence found, Path build) throws Exception {
        List<GeneratedProgram> candidates = new ArrayList<>();
        for (GeneratedProgram candidate : found.program().smaller()) {
            if (candidates.size() < MOST_CANDIDATES) {
                candidates.add(candidate.named("generated.Candidate" + candidates.size()));
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = new Comparison();
        comparison.run(
                Comparison.build(build, candidates),
                candidates,
                program -> List.of(found.fault()),
                List.of(found.seed(), found.seed() + 1, found.seed() + 2));
        return comparison.divergences().stream().findFirst();
    }
}
