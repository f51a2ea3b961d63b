package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.model.analysis.Observation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFormatTest {

    @Test
    void theAgentsKnowEveryKindTheModelWritesAndFreeTextBeside() {
        assertThat(names(Finding.Kind.values()))
                .containsAll(names(Observation.Kind.values()))
                .hasSize(Observation.Kind.values().length + 1)
                .contains("TEXT");
    }

    @Test
    void theAgentsKnowEveryMeasureTheModelWrites() {
        assertThat(names(Finding.MeasureType.values())).isEqualTo(names(Observation.MeasureType.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
