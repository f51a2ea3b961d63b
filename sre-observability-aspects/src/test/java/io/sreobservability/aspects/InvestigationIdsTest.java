package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvestigationIdsTest {
    @Test
    void anIdIsThePrefixAndSixteenHexDigitsAndNeverTheSameTwice() {
        assertThat(Stream.generate(InvestigationIds::next).limit(1_000).collect(Collectors.toSet()))
                .hasSize(1_000)
                .allMatch(id -> id.matches("investigation_[0-9a-f]{16}"));
    }
}
