package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.Seed;

/**
 * One investigation of nothing before the real one, so that the trace shows work and not the loading of a thousand
 * classes (about 0.6 s for the graph alone). It calls no tool and no network, and runs before telemetry starts, so it
 * leaves no spans and no numbers. The caller silences the log.
 */
final class WarmUp {
    private WarmUp() {}

    static void run() {
        try (Supervisor supervisor = Rehearsal.supervisor()) {
            for (String user : Seed.standard().users()) {
                supervisor.investigate("investigation_0", user, "warm-up", "slow response times");
            }
        }
    }
}
