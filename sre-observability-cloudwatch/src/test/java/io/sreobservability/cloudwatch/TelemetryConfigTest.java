package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.GlobalOpenTelemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryConfigTest {

    private static TelemetryConfig local(String key, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("SRE_OBSERVABILITY_MODE", "local"));
        environment.put(key, value);
        return TelemetryConfig.fromEnvironment(environment);
    }

    @Test
    void nothingIsSentUnlessAskedFor() {
        assertThat(TelemetryConfig.fromEnvironment(Map.of()).mode()).isEqualTo(TelemetryMode.NONE);
    }

    @Test
    void theDefaultsAreTheRequirements() {
        TelemetryConfig config = local("SRE_OBSERVABILITY_MODE", " Local ");
        assertThat(config.mode()).isEqualTo(TelemetryMode.LOCAL);
        assertThat(config.localEndpoint()).isEqualTo(URI.create("http://127.0.0.1:4318"));
        assertThat(config.namespace()).isEqualTo("SREAgent/Production");
        assertThat(config.region()).isEqualTo("us-east-1");
        assertThat(config.shutdownBudget()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xray", "lokal", "on"})
    void anUnknownModeNamesTheModesThereAre(String mode) {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> local("SRE_OBSERVABILITY_MODE", mode))
                .withMessage("SRE_OBSERVABILITY_MODE: unknown mode; this version has none (sends nothing), local (the"
                        + " local stand-in for CloudWatch and X-Ray), aws (CloudWatch and X-Ray), collector (an"
                        + " OpenTelemetry collector), xray-daemon (spans to the X-Ray daemon, the rest to a collector)")
                .satisfies(e -> assertThat(e.key()).isEqualTo("SRE_OBSERVABILITY_MODE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:4318",
                "localhost",
                "http://",
                "ftp://127.0.0.1",
                "http://host with space",
                "http://telemetry.example:4318",
                "http://10.0.0.1:4318",
                "http://0.0.0.0:4318",
                "http://169.254.169.254",
                "https://169.254.169.254",
                "https://[fe80::1]",
                "http://999.1.1.1",
                "http://swordfish:swordfish@127.0.0.1:4318",
                "http://127.0.0.1:4318?token=swordfish",
                "http://127.0.0.1:4318#swordfish",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com"
            })
    void anEndpointThatTelemetryMayNotGoToNamesTheKeyAndNotTheValue(String endpoint) {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> local("SRE_OBSERVABILITY_LOCAL_ENDPOINT", endpoint))
                .withMessageStartingWith("SRE_OBSERVABILITY_LOCAL_ENDPOINT: ")
                .satisfies(e -> assertThat(e).hasMessageNotContainingAny("swordfish", "example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1", "http://127.0.0.1:4318/", "http://[::1]:9", "https://telemetry.example"})
    void loopbackByHttpAndAnywhereByHttpsAreAllowed(String endpoint) {
        assertThat(local("SRE_OBSERVABILITY_LOCAL_ENDPOINT", endpoint).localEndpoint())
                .isEqualTo(URI.create(endpoint));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CLOUDWATCH_METRICS_NAMESPACE, :colon first",
                "CLOUDWATCH_METRICS_NAMESPACE, AWS/Lambda",
                "CLOUDWATCH_METRICS_NAMESPACE, Überwachung",
                "CLOUDWATCH_METRICS_NAMESPACE, a*b",
                "AWS_REGION, Frankfurt",
                "AWS_REGION, us-east",
                "AWS_REGION, us_east_1",
                "AWS_REGION, us-east-1.evil.example",
            })
    void aValueOutsideAwsRulesNamesTheKey(String key, String value) {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> local(key, value))
                .withMessageStartingWith(key + ": expected ");
    }

    @Test
    void aNamespaceHasAtMost255Characters() {
        assertThat(local("CLOUDWATCH_METRICS_NAMESPACE", "n".repeat(255)).namespace())
                .hasSize(255);
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> local("CLOUDWATCH_METRICS_NAMESPACE", "n".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"us-east-1", "eu-central-1", "us-gov-west-1", "cn-north-1", "ap-southeast-7", "eusc-de-east-1"})
    void everyAwsRegionIsTaken(String region) {
        assertThat(local("AWS_REGION", region).region()).isEqualTo(region);
    }

    private static TelemetryConfig aws(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("SRE_OBSERVABILITY_MODE", "aws"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return TelemetryConfig.fromEnvironment(environment);
    }

    @Test
    void modeAwsDoesNotGuessTheRegion() {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> aws())
                .withMessage("AWS_REGION: expected an AWS region such as us-east-1");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, amazonaws.com",
        "us-gov-west-1, amazonaws.com",
        "cn-north-1, amazonaws.com.cn",
        "eusc-de-east-1, amazonaws.eu"
    })
    void modeAwsSendsToTheEndpointsOfTheRegionsPartition(String region, String suffix) {
        Destination destination = aws("AWS_REGION", region).destination();
        assertThat(destination.traces()).isEqualTo(URI.create("https://xray." + region + "." + suffix));
        assertThat(destination.logs()).isEqualTo(URI.create("https://logs." + region + "." + suffix));
        assertThat(destination.metrics()).isEqualTo(URI.create("https://monitoring." + region + "." + suffix));
        assertThat(destination.logGroup()).isEqualTo("/sre-agent/logs");
    }

    @Test
    void endpointsOfAVpcAreNamedAsAwsNamesThem() {
        Destination destination = aws(
                        "AWS_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:4318",
                        "AWS_ENDPOINT_URL_XRAY", "https://vpce-1.xray.us-east-1.vpce.amazonaws.com")
                .destination();
        assertThat(destination.traces()).isEqualTo(URI.create("https://vpce-1.xray.us-east-1.vpce.amazonaws.com"));
        assertThat(destination.logs()).isEqualTo(URI.create("http://127.0.0.1:4318"));
        assertThat(destination.metrics()).isEqualTo(URI.create("http://127.0.0.1:4318"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_ENDPOINT_URL, http://10.0.0.1",
        "AWS_ENDPOINT_URL_CLOUDWATCH, ftp://127.0.0.1",
        "SRE_OBSERVABILITY_LOG_GROUP, a group"
    })
    void anUnusableValueOfModeAwsNamesItsKey(String key, String value) {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> aws("AWS_REGION", "us-east-1", key, value))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(key))
                .withMessageNotContaining(value);
    }

    @Test
    void whatCannotBeDeliveredIsKeptOnTheUsersDiskInProductionAndNowhereInTheDemo() {
        assertThat(aws("AWS_REGION", "us-east-1", "XDG_STATE_HOME", "/state")
                        .delivery()
                        .directory())
                .isEqualTo(Path.of("/state/sre-observability/buffer"));
        assertThat(aws("AWS_REGION", "us-east-1").delivery().directory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local/state/sre-observability/buffer"));
        assertThat(aws("AWS_REGION", "us-east-1", "SRE_OBSERVABILITY_BUFFER_DIR", "none")
                        .delivery()
                        .directory())
                .isNull();
        assertThat(local("AWS_REGION", "us-east-1").delivery().directory()).isNull();
        assertThat(local("SRE_OBSERVABILITY_BUFFER_DIR", "/buffer").delivery().directory())
                .isEqualTo(Path.of("/buffer"));
    }

    @ParameterizedTest
    @CsvSource({
        "SRE_OBSERVABILITY_BUFFER_MEMORY_BYTES, 65535",
        "SRE_OBSERVABILITY_SHUTDOWN_BUDGET_MILLIS, 5s",
        "SRE_OBSERVABILITY_SHUTDOWN_BUDGET_MILLIS, -1",
        "SRE_OBSERVABILITY_BUFFER_DISK_BYTES, 1 GB",
        "SRE_OBSERVABILITY_SELF_METRICS, yes"
    })
    void anUnusableValueOfTheBufferNamesItsKey(String key, String value) {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> local(key, value))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(key))
                .withMessageNotContaining(value);
    }

    @Test
    void modeNoneDoesNotCareAboutKeysItDoesNotUse() {
        assertThatCode(() -> TelemetryConfig.fromEnvironment(
                        Map.of("AWS_REGION", "nonsense", "SRE_OBSERVABILITY_LOCAL_ENDPOINT", "nonsense")))
                .doesNotThrowAnyException();
    }

    @Test
    void secretsInStandardVariablesAreNotShown() {
        assertThat(local("OTEL_EXPORTER_OTLP_HEADERS", "authorization=swordfish")
                        .toString())
                .doesNotContain("swordfish");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "OTEL_BSP_SCHEDULE_DELAY, swordfish",
                "OTEL_METRIC_EXPORT_INTERVAL, swordfish",
                "OTEL_TRACES_SAMPLER, swordfish",
                "OTEL_PROPAGATORS, swordfish",
                "OTEL_TRACES_EXPORTER, swordfish",
                "OTEL_EXPORTER_OTLP_PROTOCOL, swordfish",
                "OTEL_EXPORTER_OTLP_COMPRESSION, swordfish",
                "OTEL_EXPORTER_OTLP_ENDPOINT, http://swordfish.example",
                "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT, swordfish",
            })
    void anUnusableStandardVariableIsNamedWithoutItsValue(String key, String value) {
        GlobalOpenTelemetry.resetForTest();
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> SreTelemetry.start(local(key, value)).close())
                .satisfies(e -> assertThat(e)
                        .hasMessageStartingWith(key)
                        .hasMessageNotContaining("swordfish")
                        .hasNoCause());
        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "collector, io.opentelemetry:opentelemetry-exporter-sender-okhttp on the class path",
        "local, expected http/protobuf"
    })
    void grpcThatCannotBeSentIsRefusedWithWhatIsMissing(String mode, String missing) {
        GlobalOpenTelemetry.resetForTest();
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> SreTelemetry.start(TelemetryConfig.fromEnvironment(
                                Map.of("SRE_OBSERVABILITY_MODE", mode, "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")))
                        .close())
                .withMessageStartingWith("OTEL_EXPORTER_OTLP_PROTOCOL: grpc ")
                .withMessageContaining(missing);
    }
}
