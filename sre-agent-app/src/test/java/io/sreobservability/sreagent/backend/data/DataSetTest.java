package io.sreobservability.sreagent.backend.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {
    private static final Instant END = Instant.parse("2024-01-15T14:30:00Z");

    /** Stands still until it is set. */
    private static final class SetClock extends Clock {
        private Instant instant;

        SetClock(Instant instant) {
            this.instant = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }

    @Test
    void theIncidentEndsInTheCurrentMinuteWheneverOneLooks() {
        SetClock clock = new SetClock(Instant.parse("2026-11-22T10:15:42.5Z"));
        DataSet data = DataSet.load(ToolDomain.KUBERNETES, null, clock);
        assertThat(clusterTime(data)).isEqualTo("2026-11-22T10:15:00Z");
        clock.instant = Instant.parse("2026-11-22T11:00:07Z");
        assertThat(clusterTime(data)).isEqualTo("2026-11-22T11:00:00Z");
        assertThat(data.now().now()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    }

    private static String clusterTime(DataSet data) {
        return data.now().document(DataFile.CLUSTER_USAGE).path("timestamp").asText();
    }

    @Property(tries = 20)
    void everyTimeIsMovedByTheSameAmountAndNothingElseChanges(
            @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long minutes) {
        Clock clock = Clock.fixed(END.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
        DataSet moved = DataSet.load(ToolDomain.LOGS, null, clock);
        DataSet original = DataSet.load(ToolDomain.LOGS, null, Clock.fixed(END, ZoneOffset.UTC));
        JsonNode before = original.now().document(DataFile.APPLICATION_LOG);
        JsonNode after = moved.now().document(DataFile.APPLICATION_LOG);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(Duration.between(Rows.time(before.get(i)), Rows.time(after.get(i))))
                    .isEqualTo(Duration.ofMinutes(minutes));
            assertThat(after.get(i).path("message")).isEqualTo(before.get(i).path("message"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T14:30:00Z, 2024-01-15T15:30:00Z",
        "2024-01-15T14:30:00.250Z, 2024-01-15T15:30:00.250Z",
        "2024-02-30T14:30:00Z, 2024-02-30T14:30:00Z",
        "at 2024-01-15T14:30:00Z, at 2024-01-15T14:30:00Z",
        "2024-01-15, 2024-01-15",
    })
    void onlyAWholeTextThatIsATimeIsMoved(String before, String after) throws IOException {
        JsonNode tree = new ObjectMapper().createObjectNode().putArray("a").add(before);
        assertThat(new TimeShift(Duration.ofHours(1)).apply(tree).get(0).asText())
                .isEqualTo(after);
    }

    @Test
    void aFolderWithoutTheFilesIsRefusedWithTheFilesName(@TempDir Path folder) {
        assertThatThrownBy(() -> DataSet.load(ToolDomain.LOGS, folder, Clock.systemUTC()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("application.jsonl")
                .hasMessageContaining("can't be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} {} | line 2: not valid JSON",
                "[] | line 2: expected a JSON object",
                "{\"a\":| line 2: not valid JSON",
            })
    void aMalformedLineIsRefusedWithItsNumber(String line, String message, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/application.jsonl"), "{}\n" + line + "\n");
        assertThatThrownBy(() -> DataSet.load(ToolDomain.LOGS, folder, Clock.systemUTC()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMissingAnchorIsExplained(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/application.jsonl"), "{}");
        Files.writeString(folder.resolve("dataset.json"), "{\"incident_end\":\"yesterday\"}");
        assertThatThrownBy(() -> DataSet.load(ToolDomain.LOGS, folder, Clock.systemUTC()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("incident_end must be a time like");
    }
}
