package io.sreobservability.sreagent.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerAnalystTest {
    private final AnswerAnalyst analyst = new AnswerAnalyst(Vocabulary.load());

    @Test
    void aFallingShareIsComparedByWhatIsMissing() throws Exception {
        assertThat(problems("""
                        {"availability_metrics":[
                          {"timestamp":"T14:20","service":"shop","availability_percentage":99.99},
                          {"timestamp":"T14:24","service":"shop","availability_percentage":99.0}]}""")).containsExactly("availability of shop fell from 99.99 % at T14:20 to 99 % at T14:24");
    }

    @Test
    void aSteadyBadValueIsSaidToo() throws Exception {
        assertThat(problems("""
                        {"error_rates":[
                          {"timestamp":"2026-01-01T14:20:00Z","service":"db","error_rate":100.0},
                          {"timestamp":"2026-01-01T14:21:00Z","service":"db","error_rate":100.0}]}""")).containsExactly("error rate of db stands at 100 % at 2026-01-01T14:21:00Z");
    }

    @Test
    void aHealthySubjectIsNamedAsUnchanged() throws Exception {
        List<Observation> seen = analyze("""
                {"metrics":[
                  {"timestamp":"2026-01-01T14:20:00Z","service":"catalog","response_time_ms":25},
                  {"timestamp":"2026-01-01T14:22:00Z","service":"catalog","response_time_ms":20}]}""");

        assertThat(seen).extracting(Observation::text).containsExactly("no significant change for catalog");
        assertThat(seen).extracting(Observation::kind).containsExactly(Kind.NORMAL);
    }

    @Test
    void anUnhealthyStatusIsGivenWithTheRowsOtherValues() throws Exception {
        assertThat(problems("""
                        {"pods":[
                          {"name":"web-1","status":"Running","phase":"Running","node":"n1"},
                          {"name":"db-1","status":"CrashLoopBackOff","phase":"Failed","node":"n2","restart_count":15}]}""")).containsExactly("db-1 is CrashLoopBackOff (phase Failed, node n2, restart count 15)");
    }

    @Test
    void aConditionThatShouldNotHoldIsAProblem() throws Exception {
        assertThat(problems("""
                        {"nodes":[{"name":"n3","status":"Ready","conditions":[
                          {"type":"Ready","status":"True"},
                          {"type":"MemoryPressure","status":"True","message":"above 85 %"}]}]}""")).containsExactly("n3 reports MemoryPressure: above 85 %");
    }

    @Test
    void aMessageThatNamesACauseIsQuotedAndMarked() throws Exception {
        List<Observation> seen = analyze("""
                {"events":[{"type":"Warning","reason":"Failed","object":"pod/db-1",
                  "message":"ConfigMap \\"db-config\\" not found","count":15,"timestamp":"2026-01-01T14:20:00Z"}]}""");

        Observation cause = seen.stream().filter(Observation::cause).findFirst().orElseThrow();
        assertThat(cause.text())
                .isEqualTo("Failed: \"ConfigMap \"db-config\" not found\" (Warning, pod/db-1, 15 times)");
    }

    @Test
    void theTimeFromWhichOnItWasWorseIsPartOfTheMeasure() throws Exception {
        String rows = """
                {"metrics":[
                  {"timestamp":"T1","service":"shop","response_time_ms":100,"error_rate":%s},
                  {"timestamp":"T2","service":"shop","response_time_ms":500,"error_rate":%s},
                  {"timestamp":"T3","service":"shop","response_time_ms":110,"error_rate":%s},
                  {"timestamp":"T4","service":"shop","response_time_ms":600,"error_rate":%s},
                  {"timestamp":"T5","service":"shop","response_time_ms":700,"error_rate":%s}]}""";

        assertThat(since(rows.formatted(1, 1, 1, 1, 1))).containsExactly("T4");
        assertThat(since(rows.formatted(100, 10, 90, 90, 100)))
                .as("a level counts from the last time that it was reached")
                .contains("T3");
    }

    private List<String> since(String json) throws Exception {
        return analyze(json).stream()
                .map(Observation::measure)
                .filter(Objects::nonNull)
                .map(Observation.Measure::since)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data corruption in table users|ERROR|DATA_LOSS",
                "blocked SQL injection in parameter id|CRITICAL|SECURITY",
                "sign-in failed: accounts can't be read|ERROR|LOG"
            })
    void harmThatNoFigureShowsIsToldByMessages(String message, String level, Kind kind) throws Exception {
        List<Observation> seen = analyze(
                "{\"logs\":[{\"level\":\"%s\",\"service\":\"web\",\"message\":\"%s\"}]}".formatted(level, message));

        assertThat(seen)
                .filteredOn(Observation::problem)
                .extracting(Observation::kind)
                .containsExactly(kind);
    }

    @Test
    void whatWasLookedForInVainIsSaid() throws Exception {
        List<Observation> seen = analyze("{\"logs\":[]}", "{\"pattern\":\"auth\"}");

        assertThat(seen).extracting(Observation::kind).containsExactly(Kind.ABSENT);
        assertThat(seen).extracting(Observation::text).containsExactly("none of the logs mentions auth");
        assertThat(analyze("{\"logs\":[]}")).isEmpty();
    }

    @Test
    void harmlessLinesAreCountedNotQuoted() throws Exception {
        List<Observation> seen = analyze(
                "{\"logs\":[{\"timestamp\":\"t\",\"level\":\"INFO\",\"service\":\"web\",\"message\":\"started\"}]}");

        assertThat(seen).extracting(Observation::text).containsExactly("1 logs read: 1 INFO");
    }

    @Test
    void stepsOfAProcedureAreKeptInOrder() throws Exception {
        List<Observation> seen = analyze(
                "{\"id\":\"p\",\"title\":\"Restore\",\"steps\":[\"look\",{\"action\":\"act\",\"command\":\"kubectl\"}]}");

        assertThat(seen).singleElement().satisfies(o -> {
            assertThat(o.kind()).isEqualTo(Kind.PROCEDURE);
            assertThat(o.steps()).containsExactly("look", "act — kubectl");
        });
    }

    @Test
    void theRequestSaysWhatWasCounted() throws Exception {
        List<Observation> seen = analyze(
                "{\"total_count\":4,\"counts\":[{\"group\":\"shop\",\"count\":3,\"percentage\":75.0},{\"group\":\"db\",\"count\":1}]}",
                "{\"event_type\":\"error\",\"group_by\":\"service\"}");

        assertThat(seen)
                .extracting(Observation::text)
                .containsExactly("4 counted for event type error by service: shop 3 (75 %), db 1");
    }

    @Test
    void aTrendSaysOfWhat() throws Exception {
        assertThat(problems("""
                        {"trend":"increasing","service":"shop","endpoint":"/buy","metric":"response_time_ms",
                         "average_value":100.5,"standard_deviation":60,
                         "anomalies":[{"timestamp":"2026-01-01T14:24:00Z","value":200,"deviation_percentage":99.0}]}"""))
                .containsExactly(
                        "response time of shop (/buy): trend increasing, average 100.5 ms, standard deviation 60 ms;"
                                + " anomalies: 200 ms at 2026-01-01T14:24:00Z (99 % off the average)");
    }

    @Test
    void aTrendWithoutDataNamesTheMetricAskedFor() throws Exception {
        List<Observation> seen = analyze(
                "{\"trend\":\"no_data\",\"average_value\":0,\"standard_deviation\":0,\"anomalies\":[]}",
                "{\"metric_name\":\"error_rate\"}");

        assertThat(seen).singleElement().satisfies(o -> assertThat(o.text()).startsWith("error rate: trend no data"));
    }

    @Test
    void percentilesOfOneSeriesAreOneSentence() throws Exception {
        assertThat(problems("""
                        {"metrics":[
                          {"timestamp":"2026-01-01T14:20:00Z","service":"shop","p50_ms":10,"p95_ms":20,"p99_ms":40},
                          {"timestamp":"2026-01-01T14:24:00Z","service":"shop","p50_ms":20,"p95_ms":60,"p99_ms":400}]}"""))
                .containsExactly("p50, p95, p99 of shop rose from 10 ms / 20 ms / 40 ms at 2026-01-01T14:20:00Z"
                        + " to 20 ms / 60 ms / 400 ms at 2026-01-01T14:24:00Z (2x / 3x / 10x)");
    }

    @Test
    void answersOfUnknownShapeGiveNothing() throws Exception {
        assertThat(analyze("{}")).isEmpty();
        assertThat(analyze("[]")).isEmpty();
        assertThat(analyze("[[1,2],null,\"x\"]")).isEmpty();
        assertThat(analyze("{\"a\":{\"b\":[{}]}}")).isEmpty();
    }

    private List<String> problems(String json) throws Exception {
        return analyze(json).stream()
                .filter(Observation::problem)
                .map(Observation::text)
                .toList();
    }

    private List<Observation> analyze(String json) throws Exception {
        return analyze(json, "{}");
    }

    private List<Observation> analyze(String json, String request) throws Exception {
        return analyst.analyze(new ObjectMapper().readTree(json), new ObjectMapper().readTree(request));
    }
}
