package io.sreobservability.sreagent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.cli.SreAgent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code sre-agent gateway}: clear refusals. Its ready line and its end are seen in the end-to-end tests. */
class GatewayCommandTest {
    private static final Map<String, String> COMPLETE =
            Map.of("SRE_AGENT_API_KEY", "test-key", "GATEWAY_ACCESS_TOKEN", "test-token");

    private record Refusal(int exitCode, String text) {}

    private static Refusal refused(Map<String, String> environment, String... arguments) {
        StringWriter err = new StringWriter();
        List<String> command = new ArrayList<>(List.of("gateway"));
        command.addAll(List.of(arguments));
        int exitCode = SreAgent.commandLine(environment)
                .setErr(new PrintWriter(err, true))
                .execute(command.toArray(String[]::new));
        return new Refusal(exitCode, err.toString());
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(name, value);
        return environment;
    }

    @Test
    void withoutTokenKeyOrUsableAddressItDoesNotStart() {
        assertThat(refused(with("GATEWAY_ACCESS_TOKEN", ""), "--port", "0"))
                .isEqualTo(new Refusal(
                        3,
                        "sre-agent: GATEWAY_ACCESS_TOKEN is not set: gateway and agent need the same token in it.\n"));
        assertThat(refused(with("GATEWAY_ACCESS_TOKEN", "two words"), "--port", "0")
                        .text())
                .contains("The access token must be a non-empty run")
                .doesNotContain("two words");
        assertThat(refused(with("SRE_AGENT_API_KEY", ""), "--port", "0").text())
                .hasLineCount(1)
                .contains("SRE_AGENT_API_KEY is not set");
        assertThat(refused(with("SRE_AGENT_LOGS_URL", "logs"), "--port", "0").text())
                .hasLineCount(1)
                .contains("SRE_AGENT_LOGS_URL must look like");
    }

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (RunningGateway other = RunningGateway.before(Map.of())) {
            Refusal refusal = refused(COMPLETE, "--port", String.valueOf(other.port()));
            assertThat(refusal.exitCode()).isEqualTo(2);
            assertThat(refusal.text()).hasLineCount(1).contains("port " + other.port() + " of 127.0.0.1 can't be used");
        }
    }

    @Test
    void wrongArgumentsAreRefusedWithWhatIsRight() {
        assertThat(refused(COMPLETE, "--port", "70000").text()).contains("--port must be from 0 to 65535");
        assertThat(refused(COMPLETE, "--port", "many").exitCode()).isEqualTo(2);
        assertThat(refused(COMPLETE, "--port", "0", "--host", "no.such.host.invalid")
                        .text())
                .contains("--host no.such.host.invalid has no address");
    }
}
