package io.sreobservability.sreagent.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sreobservability.sreagent.tool.ToolDomain;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the gateway looks for the backends. */
class BackendAddressesTest {
    @Test
    void backendsAreLookedForOnLoopbackAndTheirOwnPortsByDefault() {
        BackendAddresses backends = BackendAddresses.fromEnvironment(Map.of());
        assertThat(backends.base(ToolDomain.KUBERNETES)).hasToString("http://127.0.0.1:8011");
        assertThat(backends.base(ToolDomain.RUNBOOKS)).hasToString("http://127.0.0.1:8014");
    }

    @Test
    void oneBackendCanBeElsewhere() {
        BackendAddresses backends = BackendAddresses.fromEnvironment(
                Map.of("SRE_AGENT_BACKEND_HOST", "backends.test", "SRE_AGENT_LOGS_URL", "https://logs.test:9000/"));
        assertThat(backends.base(ToolDomain.LOGS)).hasToString("https://logs.test:9000");
        assertThat(backends.base(ToolDomain.METRICS)).hasToString("http://backends.test:8013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logs.test:9000", "ftp://a", "http://a/b", "http://u:p@a", "http://a?b", "http:// a"})
    void anAddressThatIsNoneNamesItsVariable(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackendAddresses.fromEnvironment(Map.of("SRE_AGENT_LOGS_URL", url)))
                .withMessageStartingWith("SRE_AGENT_LOGS_URL must look like");
    }
}
