package io.sreobservability.sreagent.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.model.analysis.Observation.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                          {"timestamp":"2026-01-01T14:21:00Z","service":"db","error_rate":100.0}]}""")).containsExactly("error rate of db stands at 100 % at 14:21");
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
        return analyst.analyze(new ObjectMapper().readTree(json));
    }
}
