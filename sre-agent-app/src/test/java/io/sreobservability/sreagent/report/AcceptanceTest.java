package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import io.sreobservability.sreagent.report.IncidentBench.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prompts of the acceptance set against real backends: what each report must and must not say, and that nothing of it is invented. */
class AcceptanceTest {
    private static IncidentBench bench;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        bench = new IncidentBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Stream<AcceptanceCase> cases() throws IOException {
        return AcceptanceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseAsksForEnoughToNoticeALoss(AcceptanceCase asked) {
        assertThat(asked.facts()).isNotEmpty();
        assertThat(asked.facts().size() + asked.says().size()).isGreaterThanOrEqualTo(3);
        assertThat(asked.never()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReportHoldsItsFactsMakesNoFalseClaimAndInventsNothing(AcceptanceCase asked) {
        try (MemoryStore memory = memory(asked)) {
            asked.before().forEach(prompt -> bench.investigate(asked.user(), prompt, memory));
            List<StoredMemory> known = memory.list("/sre");

            Outcome outcome = bench.investigate(asked.user(), asked.prompt(), memory);

            String report = outcome.report();
            assertThat(outcome.investigation().plan().steps())
                    .as(report)
                    .extracting(PlanStep::agent)
                    .extracting(AgentType::id)
                    .containsExactlyElementsOf(asked.agents());
            ReportLines lines = ReportLines.of(report);
            assertThat(asked.facts())
                    .allSatisfy(fact -> assertThat(lines.from(fact.from()))
                            .as(report)
                            .anyMatch(line -> line.contains(fact.says())));
            assertThat(asked.says()).allSatisfy(said -> assertThat(report).contains(said));
            assertThat(asked.never()).allSatisfy(claim -> assertThat(report).doesNotContain(claim));
            assertThat(lines.inventedBeside(outcome, known)).as(report).isEmpty();
        }
    }

    /** Only who has investigated before has a memory beyond the seed. */
    private MemoryStore memory(AcceptanceCase asked) {
        return asked.before().isEmpty()
                ? SeedMemoryStore.load()
                : new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), IncidentBench.CLOCK);
    }
}
