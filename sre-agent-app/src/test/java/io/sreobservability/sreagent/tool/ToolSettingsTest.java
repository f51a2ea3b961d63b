package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tools take from the environment: addresses and the key. */
class ToolSettingsTest {
    @Test
    void backendsAreLookedForOnLoopbackAndTheirOwnPortsByDefault() {
        ToolEndpoints endpoints = ToolEndpoints.fromEnvironment(Map.of());
        assertThat(endpoints.base(ToolDomain.KUBERNETES)).hasToString("http://127.0.0.1:8011");
        assertThat(endpoints.base(ToolDomain.RUNBOOKS)).hasToString("http://127.0.0.1:8014");
    }

    @Test
    void oneBackendCanBeElsewhere() {
        ToolEndpoints endpoints = ToolEndpoints.fromEnvironment(
                Map.of("SRE_AGENT_BACKEND_HOST", "backends.test", "SRE_AGENT_LOGS_URL", "https://logs.test:9000/"));
        assertThat(endpoints.base(ToolDomain.LOGS)).hasToString("https://logs.test:9000");
        assertThat(endpoints.base(ToolDomain.METRICS)).hasToString("http://backends.test:8013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logs.test:9000", "ftp://a", "http://a/b", "http://u:p@a", "http://a?b", "http:// a"})
    void anAddressThatIsNoneNamesItsVariable(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToolEndpoints.fromEnvironment(Map.of("SRE_AGENT_LOGS_URL", url)))
                .withMessageStartingWith("SRE_AGENT_LOGS_URL must look like");
    }

    @Test
    void aMissingKeyNamesItsVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.fromEnvironment(Map.of()))
                .withMessageContaining("SRE_AGENT_API_KEY");
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(ApiKey.of("s3cret")).doesNotHaveToString("s3cret").asString().doesNotContain("s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.of("s3cret\n"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void onlyTheSameKeyMatches() {
        ApiKey key = ApiKey.of("s3cret");
        assertThat(key.matches("s3cret")).isTrue();
        assertThat(key.matches("s3cre")).isFalse();
        assertThat(key.matches("")).isFalse();
        assertThat(key.matches(null)).isFalse();
    }
}
