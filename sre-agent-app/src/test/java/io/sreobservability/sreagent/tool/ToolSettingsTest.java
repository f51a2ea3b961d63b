package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tools take from the environment: the gateway's address, its token and the key. */
class ToolSettingsTest {
    @Test
    void theGatewayIsLookedForOnLoopbackByDefaultAndItsPathMayBeLeftOut() {
        assertThat(GatewayAddress.fromEnvironment(Map.of())).hasToString("http://127.0.0.1:8015/mcp");
        assertThat(GatewayAddress.fromEnvironment(Map.of("SRE_AGENT_GATEWAY_URL", "https://gateway.test")))
                .hasToString("https://gateway.test/mcp");
        assertThat(GatewayAddress.fromEnvironment(Map.of("SRE_AGENT_GATEWAY_URL", "https://gateway.test:1/a/mcp")))
                .hasToString("https://gateway.test:1/a/mcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gateway.test:9000", "ftp://a/mcp", "http://u:p@a/mcp", "http://a/mcp?b", "http:// a"})
    void anAddressThatIsNoneNamesItsVariable(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatewayAddress.fromEnvironment(Map.of("SRE_AGENT_GATEWAY_URL", url)))
                .withMessageStartingWith("SRE_AGENT_GATEWAY_URL must look like");
    }

    @Test
    void aMissingTokenNamesItsVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessToken.fromEnvironment(Map.of()))
                .withMessageContaining("GATEWAY_ACCESS_TOKEN");
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(AccessToken.of("s3cret")).asString().doesNotContain("s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessToken.of("s3cret\n"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void aTokenInAFileIsReadAsItIsNowAndTheLastOneCountsWhileThereIsNone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        TokenSource tokens = TokenSource.fromEnvironment(
                Map.of("GATEWAY_ACCESS_TOKEN_FILE", file.toString(), "GATEWAY_ACCESS_TOKEN", "other"));

        assertThat(tokens.read().headerValue()).isEqualTo("Bearer first");
        Files.writeString(file, "second");
        assertThat(tokens.read().headerValue()).isEqualTo("Bearer second");
        Files.writeString(file, "");
        assertThat(tokens.read().headerValue()).isEqualTo("Bearer second");
    }

    @Test
    void aFileWithoutATokenNamesVariableAndFile(@TempDir Path folder) throws IOException {
        Path blank = Files.writeString(folder.resolve("blank"), "s3cret s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSource.fromEnvironment(Map.of("GATEWAY_ACCESS_TOKEN_FILE", blank.toString())))
                .withMessage("GATEWAY_ACCESS_TOKEN_FILE: the file " + blank + " holds no access token.");
        Path nowhere = folder.resolve("nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSource.fromEnvironment(Map.of("GATEWAY_ACCESS_TOKEN_FILE", nowhere.toString())))
                .withMessage("GATEWAY_ACCESS_TOKEN_FILE: the file " + nowhere + " cannot be read.");
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
