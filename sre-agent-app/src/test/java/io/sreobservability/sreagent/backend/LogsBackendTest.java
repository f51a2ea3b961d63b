package io.sreobservability.sreagent.backend;

import static io.sreobservability.sreagent.backend.RunningBackend.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogsBackendTest {
    private static RunningBackend backend;

    @BeforeAll
    static void start() throws IOException {
        backend = RunningBackend.of(ToolDomain.LOGS);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void searchFindsTextInAnyCaseWithinTimeAndLevel() throws Exception {
        JsonNode found = backend.get("/logs/search?pattern=CONNECTION%20TIMED%20OUT")
                .body()
                .path("logs");
        assertThat(found).hasSize(15);
        assertThat(texts(found, "timestamp")).isSorted();
        assertThat(backend.get("/logs/search?pattern=database&log_level=CRITICAL")
                        .body()
                        .path("logs"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("level").asText()).isEqualTo("CRITICAL"));
        JsonNode window = backend.get("/logs/search?pattern=connection%20timed%20out"
                        + "&start_time=2024-01-15T14:23:46Z&end_time=2024-01-15T14:24:00Z")
                .body()
                .path("logs");
        assertThat(window).hasSizeBetween(2, 14);
        assertThat(texts(window, "timestamp"))
                .allSatisfy(time -> assertThat(time).isBetween("2024-01-15T14:23:46", "2024-01-15T14:24:01"));
        assertThat(backend.get("/logs/search?pattern=payment-service").body()).hasToString("{\"logs\":[]}");
    }

    @Test
    void searchAnswersAtMostAHundredLinesTheNewest() throws Exception {
        JsonNode found = backend.get("/logs/search?pattern=service").body().path("logs");
        assertThat(found).hasSize(100);
        assertThat(texts(found, "timestamp")).contains("2024-01-15T14:29:50Z");
    }

    @Test
    void errorsComeWithTheirDetails() throws Exception {
        JsonNode all = backend.get("/logs/errors").body().path("errors");
        assertThat(all).hasSize(45);
        JsonNode database = backend.get("/logs/errors?service=database").body().path("errors");
        assertThat(database)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.at("/details/pod").asText()).startsWith("database-pod-"));
        assertThat(backend.get("/logs/errors?service=web-service&since=2024-01-15T14:25:00Z")
                        .body()
                        .path("errors"))
                .hasSizeLessThan(10)
                .isNotEmpty();
    }

    @Test
    void patternsAreRepeatedMessagesMostFrequentFirst() throws Exception {
        JsonNode patterns = backend.get("/logs/patterns").body().path("patterns");
        assertThat(texts(patterns, "count")).containsExactly("25", "15", "8");
        assertThat(texts(patterns, "severity")).containsExactly("WARN", "ERROR", "CRITICAL");
        assertThat(texts(patterns, "first_seen"))
                .containsExactly("2024-01-15T14:22:15Z", "2024-01-15T14:23:46Z", "2024-01-15T14:24:30Z");
        assertThat(texts(
                        backend.get("/logs/patterns?min_occurrences=15&time_window=1h")
                                .body()
                                .path("patterns"),
                        "count"))
                .containsExactly("25", "15");
        assertThat(backend.get("/logs/patterns?min_occurrences=0").status()).isEqualTo(422);
    }

    @Test
    void recentLinesComeNewestFirst() throws Exception {
        JsonNode recent =
                backend.get("/logs/recent?limit=3&service=web-service").body().path("logs");
        assertThat(recent).hasSize(3);
        assertThat(texts(recent, "timestamp")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(recent.get(0).path("message").asText()).isEqualTo("Listening again; database checks still fail");
        assertThat(backend.get("/logs/recent").body().path("logs")).hasSize(100);
        assertThat(backend.get("/logs/recent?service=web").body().path("logs")).isEmpty();
    }

    @Test
    void countsAreSharesOfTheTotal() throws Exception {
        JsonNode errors = backend.get("/logs/count?event_type=error").body();
        assertThat(errors.path("total_count").asInt()).isEqualTo(45);
        assertThat(texts(errors.path("counts"), "group")).containsExactly("web-service", "api-service", "database");
        assertThat(texts(errors.path("counts"), "percentage")).containsExactly("71.1", "17.8", "11.1");
        JsonNode levels =
                backend.get("/logs/count?event_type=all&group_by=level").body();
        assertThat(texts(levels.path("counts"), "count")).containsExactly("75", "30", "30", "15");
        JsonNode hours =
                backend.get("/logs/count?event_type=OutOfMemory&group_by=hour").body();
        assertThat(texts(hours.path("counts"), "group")).containsExactly("2024-01-15T14:00:00Z");
        assertThat(backend.get("/logs/count?event_type=nothing-like-it").body())
                .hasToString("{\"total_count\":0,\"counts\":[]}");
    }
}
