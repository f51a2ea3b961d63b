package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-29T14:30:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 150 ms at 2026-11-29T14:20:00Z to 5 s at 2026-11-29T14:24:00.123Z|from 150 ms at 15:20 to 5 s at 15:24",
                "since 2026-11-28T23:30Z|since 00:30",
                "since 2026-11-28T22:30:00Z|since 2026-11-28 23:30",
                "at 2026-11-29T10:20:00-05:00|at 16:20",
                "at 14:20|at 14:20",
                "at 2026-99-29T14:20:00Z|at 2026-99-29T14:20:00Z"
            })
    void timesAreTheReadersAndThoseOfTheDayNeedNoDate(String line, String read) {
        assertThat(BERLIN.in(line)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"down since 2026-11-29T14:20:00Z\" at 2026-11-29T14:20:00Z|\"down since 2026-11-29T14:20:00Z\" at 15:20"
            })
    void whatIsQuotedStaysWordForWord(String line, String read) {
        assertThat(BERLIN.in(line)).isEqualTo(read);
    }
}
