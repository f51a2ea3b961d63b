package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.SelfCounters;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.demo.Scenario;
import io.sreobservability.sreagent.e2e.InProcessSystem.Run;
import io.sreobservability.testing.SreTelemetryExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Each scenario, again and again from the seeded memory, makes the same spans, and all of them keep the contract. */
@ResourceLock(SreTelemetryExtension.RESOURCE)
final class ScenarioTreesTest {
    private static final int RUNS = 5;

    private static InProcessSystem system;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        system = new InProcessSystem();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void theCrossDomainInvestigation() {
        assertSameTrees(Scenario.CROSS_DOMAIN, "Alice", ExpectedTree.SCENARIO_1);
    }

    @Test
    void theQuestionOfTheEngineer() {
        assertSameTrees(Scenario.MEMORY_CONTEXT, "Alice", ExpectedTree.SCENARIO_2_ALICE);
    }

    @Test
    void theQuestionOfTheDirector() {
        assertSameTrees(Scenario.MEMORY_CONTEXT, "Carol", ExpectedTree.SCENARIO_2_CAROL);
    }

    @Test
    void theBackendThatIsGone() {
        assertSameTrees(Scenario.KILLED_BACKEND, "Alice", ExpectedTree.SCENARIO_3);
    }

    private void assertSameTrees(Scenario scenario, String user, ExpectedTree expected) {
        SelfCounters before = SreObservability.selfCounters();
        for (int i = 1; i <= RUNS; i++) {
            Run run = system.investigate(
                    scenario.question(), user, folder.resolve("memory-" + i), scenario == Scenario.KILLED_BACKEND);

            expected.assertSame(ScenarioTree.of(run.spans()));
            Conformity.assertKept(run.spans(), run.metrics());
        }
        SelfCounters after = SreObservability.selfCounters();
        assertThat(after.faults()).isEqualTo(before.faults());
        assertThat(after.missingRequired()).isEqualTo(before.missingRequired());
    }
}
