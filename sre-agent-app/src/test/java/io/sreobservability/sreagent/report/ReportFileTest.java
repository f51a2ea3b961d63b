package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileTest {
    private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "API: is it slow?|API_is_it_slow_user_id_Alice_20260102_030405.md",
                "../../etc/passwd|etc_passwd_user_id_Alice_20260102_030405.md",
                "???|query_user_id_Alice_20260102_030405.md",
                "naïve|na_ve_user_id_Alice_20260102_030405.md"
            })
    void theNameIsOneHarmlessFile(String query, String name) {
        assertThat(ReportFile.name(query, "Alice", WHEN)).isEqualTo(name);
    }

    @Test
    void aLongQueryIsCut() {
        assertThat(ReportFile.name("x".repeat(500), "Alice", WHEN))
                .hasSize(80 + "_user_id_Alice_20260102_030405.md".length());
    }
}
