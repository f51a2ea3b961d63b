package io.sreobservability.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.testing.contract.Rule;
import io.sreobservability.testing.fixture.BrokenUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Every rule fails a test that breaks it, and the message says what to do. */
class RulesTest {
    @Test
    void aSpanThatNoContractLists() {
        assertThat(messageOf("unknownSpan")).contains("""
                The telemetry of this test breaks 1 rule:
                  UNKNOWN_SPAN `tool.get_pod_statu`: no contract on the class path has a span of this name. \
                Did you mean `tool.get_pod_status`?
                Recorded spans:
                  tool.get_pod_statu
                If one of them is right for this test, say why: \
                @Waive(rule = Rule.UNKNOWN_SPAN, names = "tool.get_pod_statu", reason = "...")""");
    }

    @Test
    void aWordThatTheEnumOfTheNameDoesNotHave() {
        assertThat(messageOf("wordThatTheEnumLacks"))
                .contains("UNKNOWN_SPAN `tool.unknown`")
                .contains("NAME_CHANGED `normalisedNames`: the engine changed 1 span names");
    }

    @Test
    void anAttributeThatTheContractDoesNotList() {
        assertThat(messageOf("unknownAttribute"))
                .contains("UNKNOWN_ATTRIBUTE `sre.tool_nam` on `tool.get_pod_status`: the contract lists no such"
                        + " attribute for this span. Did you mean `sre.tool_name`?");
    }

    @Test
    void aValueOfAnotherType() {
        assertThat(messageOf("wrongType"))
                .contains("WRONG_TYPE `sre.session_id` on `supervisor.investigate`: the registry says string, but the"
                        + " value is of type LONG.");
    }

    @Test
    void aValueThatIsNoMember() {
        assertThat(messageOf("unknownMember"))
                .contains(
                        "UNKNOWN_MEMBER `sre.escalation_type` on `supervisor.aggregate_results`: `manuel` is none of"
                                + " its values `severity_threshold`, `executive_notification`, `manual`. Did you mean `manual`?");
    }

    @Test
    void aRequiredAttributeIsSaidToBeMissingOnceOfTheTopmostSpan() {
        assertThat(messageOf("missingRequired")).contains("""
                breaks 2 rules:
                  MISSING_REQUIRED `sre.investigation_id` on `agent.kubernetes.execute`: it is required, and neither this \
                span's method nor a span above it set it.
                  MISSING_REQUIRED `sre.user_id` on `agent.kubernetes.execute`: it is required, and neither this span's \
                method nor a span above it set it.
                Recorded spans:
                  agent.kubernetes.execute
                    tool.get_pod_status
                    tool.get_pod_status
                """);
    }

    @Test
    void contentThatWasSetPastTheLibrary() {
        assertThat(messageOf("contentNotWithheld"))
                .contains("CONTENT_NOT_WITHHELD `sre.query` on `supervisor.investigate`")
                .doesNotContain("password");
    }

    @Test
    void aFailureThatWasSetPastTheLibrary() {
        assertThat(messageOf("failureSetPastTheLibrary"))
                .contains("breaks 3 rules:")
                .contains("ERROR_WITHOUT_TYPE `error.type` on `supervisor.investigate`: the span failed")
                .contains("CONTENT_NOT_WITHHELD `exception.message` on `supervisor.investigate`")
                .contains("CONTENT_NOT_WITHHELD `exception.stacktrace` on `supervisor.investigate`")
                .doesNotContain("password");
    }

    @Test
    void aSpanOfAnotherKind() {
        assertThat(messageOf("wrongKind"))
                .contains("WRONG_KIND `supervisor.aggregate_results`: it is of kind `consumer`, but the contract says"
                        + " `internal`.");
    }

    @Test
    void aMetricThatNoContractLists() {
        assertThat(messageOf("unknownMetric"))
                .contains("UNKNOWN_METRIC `ToolExecutions`: no contract on the class path has a metric of this name."
                        + " Did you mean `ToolExecution`?");
    }

    @Test
    void dimensionsAndUnitsOfAMetric() {
        assertThat(messageOf("wrongDimensionsAndUnit"))
                .contains("WRONG_UNIT `ToolExecution`: its unit is `s`, but the contract says `ms`.")
                .contains("WRONG_DIMENSIONS `ToolExecution`: a point has the dimensions [ToolName], but the contract"
                        + " says [ToolName, AgentName].");
    }

    @Test
    void attributesThatTheRegistryKnowsOnSpansOfLibrariesThatItKnows() {
        assertThat(messageOf("librarySpan"))
                .contains("breaks 2 rules:")
                .contains("UNKNOWN_MEMBER `gen_ai.operation.name` on `chat offline`")
                .contains("WRONG_TYPE `gen_ai.usage.input_tokens` on `chat offline`");
    }

    @Test
    void aSpanThatIsStillOpen() {
        assertThat(messageOf("spanNotEnded"))
                .contains("SPAN_NOT_ENDED `forgotten`")
                .contains("  forgotten  not ended");
        assertThat(messageOf("futureThatNeverCompletes")).contains("SPAN_NOT_ENDED `tool.fetch_report`");
    }

    @Test
    void aContextThatIsLeftOnTheThread() {
        assertThat(messageOf("contextLeft")).contains("CONTEXT_LEFT `context`: the test left another OpenTelemetry");
    }

    @Test
    void everyRuleIsDocumented() throws IOException {
        assertThat(Files.readString(Path.of("../docs/testing.md")))
                .contains(Arrays.stream(Rule.values())
                        .map(rule -> "`" + rule + "`")
                        .toList());
    }

    @Test
    void anExceptionThatTheEngineHadToSwallow() {
        assertThat(messageOf("engineFault")).contains("ENGINE_FAULT `faults`: the engine's counter grew by 1");
    }

    @Test
    void allThatIsWrongIsOneFailureAsTheDocumentationShowsIt() throws IOException {
        String page = Files.readString(Path.of("../docs/testing.md"));

        assertThat(page).contains("```text\n" + messageOf("severalAtOnce") + "\n```");
    }

    private static String messageOf(String method) {
        Throwable failure = Launched.failure(BrokenUse.class, method);
        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        return failure.getMessage();
    }
}
