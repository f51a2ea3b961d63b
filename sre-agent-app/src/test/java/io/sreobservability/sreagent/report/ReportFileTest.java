package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, etc_passwd", "'a/b\\c', a_b_c", "C:\\Users, C_Users", ".., nobody"})
    void aUserWhoIsAPathIsAHarmlessPartOfTheName(String user, String part) {
        assertThat(ReportFile.name("q", user, WHEN)).isEqualTo("q_user_id_" + part + "_20260102_030405.md");
    }

    @Property
    void whateverWasAskedByWhomeverTheReportIsAFileInItsFolder(@ForAll String query, @ForAll String user) {
        assertThat(ReportFile.name(query, user, WHEN)).matches("[A-Za-z0-9_-]{1,200}\\.md");
    }

    @Test
    void aLongQueryIsCut() {
        assertThat(ReportFile.name("x".repeat(500), "Alice", WHEN))
                .hasSize(80 + "_user_id_Alice_20260102_030405.md".length());
    }

    @Test
    void reportsOfOtherDaysMoveToAFolderOfTheirDayAndNothingElseMoves(@TempDir Path folder) throws IOException {
        String yesterday = ReportFile.name("slow", "Alice", WHEN.minus(Duration.ofDays(1)));
        String earlier = ReportFile.name("slow", "Carol", WHEN.minus(Duration.ofHours(1)));
        String taken = ReportFile.name("taken", "Alice", WHEN.minus(Duration.ofDays(1)));
        for (String name : List.of(yesterday, earlier, taken, "notes_20260101_000000.md", "20260101.log")) {
            Files.writeString(folder.resolve(name), name);
        }
        Path day = Files.createDirectory(folder.resolve("2026-01-01"));
        Files.writeString(day.resolve(taken), "was there before");
        Files.createSymbolicLink(
                folder.resolve(ReportFile.name("link", "Alice", WHEN.minus(Duration.ofDays(1)))), day.resolve(taken));

        Path saved = ReportFile.save(folder, "slow", "Alice", WHEN, "today's");

        assertThat(day.resolve(yesterday)).hasContent(yesterday);
        assertThat(day.resolve(taken)).hasContent("was there before");
        assertThat(saved).hasContent("today's");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            saved.getFileName().toString(),
                            earlier,
                            taken,
                            "notes_20260101_000000.md",
                            "20260101.log",
                            "link_user_id_Alice_20260101_030405.md",
                            "2026-01-01");
        }
    }

    @Test
    void twoReportsOfTheSameSecondAreTwoFiles(@TempDir Path folder) throws IOException {
        Path first = ReportFile.save(folder, "slow", "Alice", WHEN, "first");
        Path second = ReportFile.save(folder, "slow", "Alice", WHEN, "second");

        assertThat(first).hasContent("first");
        assertThat(second).hasContent("second");
        ReportFile.save(folder, "slow", "Alice", WHEN.plus(Duration.ofDays(1)), "third");
        assertThat(folder.resolve("2026-01-02"))
                .as("both are known as reports the day after")
                .isDirectoryContaining(file -> file.getFileName().equals(first.getFileName()))
                .isDirectoryContaining(file -> file.getFileName().equals(second.getFileName()));
    }
}
