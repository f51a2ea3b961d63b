package io.sreobservability.sreagent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    static Stream<Memory> oneOfEach() {
        return Stream.of(
                new UserPreference(
                        "Alice",
                        PreferenceType.NOTIFICATION,
                        Map.of("channels", List.of("#sre-team"), "n", 3, "on", true),
                        "where updates go",
                        NOW),
                new InfrastructureKnowledge(
                        "web-service", KnowledgeType.BASELINE, Map.of("value", 150.5), 0.8, "seen", NOW),
                new InvestigationSummary(
                        "investigation_1",
                        "why?",
                        List.of(new InvestigationSummary.Step(NOW, "metrics", "5 tool calls", "slow")),
                        List.of("asked"),
                        ResolutionStatus.ONGOING,
                        List.of("slow"),
                        "",
                        NOW));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void whatIsWrittenIsRead(Memory memory) {
        assertThat(MemoryJson.read(memory.strategy(), MemoryJson.write(memory))).contains(memory);
    }

    @Test
    void theFieldsAreNamedAsInTheReference() {
        assertThat(MemoryJson.write(new InfrastructureKnowledge(
                        "db", KnowledgeType.DEPENDENCY, Map.of("on", "disk"), 0.8, "c", NOW)))
                .isEqualTo(
                        "{\"service_name\":\"db\",\"knowledge_type\":\"dependency\",\"knowledge_data\":"
                                + "{\"on\":\"disk\"},\"confidence\":0.8,\"context\":\"c\",\"timestamp\":\"2026-11-29T12:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER_PREFERENCES|{}",
                "USER_PREFERENCES|{\"user_id\":\"A\",\"preference_type\":\"mood\",\"preference_value\":{}}",
                "INFRASTRUCTURE|[]",
                "INFRASTRUCTURE|{\"service_name\":\"a\",\"knowledge_data\":{},\"confidence\":7}",
                "INVESTIGATIONS|{\"query\":",
                "INVESTIGATIONS|{\"query\":\"q\",\"timestamp\":\"yesterday\"}"
            })
    void whatIsNoMemoryOfTheStrategyIsNone(MemoryStrategy strategy, String text) {
        assertThat(MemoryJson.read(strategy, text)).isEmpty();
    }

    @Test
    void aSummaryIsShortWhateverItIsMadeOf() {
        String long1 = "x".repeat(100_000);
        InvestigationSummary summary = new InvestigationSummary(
                "i",
                long1,
                List.of(new InvestigationSummary.Step(NOW, "a", "b", "\uD83D\uDE00".repeat(150))),
                List.of(),
                ResolutionStatus.COMPLETED,
                List.of("1", "2", "3", "4", "5", "6"),
                long1,
                NOW);

        assertThat(summary.query()).hasSize(500).endsWith("…");
        assertThat(summary.keyFindings()).hasSize(5);
        assertThat(summary.timeline().get(0).resultSummary())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("\uD83D\uDE00…");
    }

    @Test
    void settingsCannotBeChangedFromOutside() {
        UserPreference preference = new UserPreference("A", PreferenceType.STYLE, Map.of("a", 1), "", NOW);

        assertThatThrownBy(() -> preference.preferenceValue().put("b", 2))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
