package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mode xray-daemon over a real socket: spans in datagrams, of which nobody says that they arrived; the rest to a collector. */
class XRayDaemonModeTest extends LocalTelemetry {

    private SreTelemetry telemetry(int daemonPort) {
        return start(config(
                "SRE_OBSERVABILITY_MODE",
                "xray-daemon",
                "AWS_XRAY_DAEMON_ADDRESS",
                "tcp:127.0.0.1:1 udp:127.0.0.1:" + daemonPort,
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.url()));
    }

    private static Balance spans(SreTelemetry telemetry) {
        return telemetry.balances().stream()
                .filter(balance -> balance.signal() == Signal.SPANS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void spansGoToTheDaemonAndAreUnconfirmedAndTheRestGoesToTheCollector() throws Exception {
        try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SreTelemetry telemetry = telemetry(daemon.getLocalPort())) {
            AwsAccount.recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();

            DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
            daemon.setSoTimeout(20_000);
            daemon.receive(packet);
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
            String head = "{\"format\": \"json\", \"version\": 1}\nT1S";
            assertThat(text).startsWith(head);
            ExportTraceServiceRequest request =
                    ExportTraceServiceRequest.parseFrom(Base64.getDecoder().decode(text.substring(head.length())));
            assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName())
                    .isEqualTo("tool.get_pods");

            assertThat(receiver.spans()).isEmpty();
            assertThat(receiver.logs()).hasSize(1);
            assertThat(receiver.otlpMetrics()).hasSize(1);
            assertThat(spans(telemetry).unconfirmed()).isOne();
            assertThat(spans(telemetry).delivered()).isZero();
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("mode xray-daemon")
                            .contains("traces -> udp://127.0.0.1:" + daemon.getLocalPort())
                            .contains("logs -> " + receiver.url()));
        }
    }

    @Test
    void aBatchLeavesInAsManyDatagramsAsItNeedsAndASpanThatFitsIntoNoneIsCounted() throws Exception {
        try (StandInServer standIn =
                        StandInServer.start(StandInConfig.ephemeral().withDaemonPort(0));
                SreTelemetry telemetry = telemetry(standIn.daemonPort().orElseThrow())) {
            Tracer tracer = telemetry.openTelemetry().getTracer("test");
            for (int i = 0; i < 101; i++) {
                String note = "x".repeat(i == 50 ? 60_000 : 1_000);
                tracer.spanBuilder("tool.get_pods")
                        .setAttribute("note", note)
                        .startSpan()
                        .end();
            }
            assertThat(telemetry.flush(PLENTY)).isFalse();
            await().until(() -> standIn.store().traces().counts().spans() == 100);
            assertThat(spans(telemetry).unconfirmed()).isEqualTo(100);
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.OVERSIZE, 1L));
        }
    }

    @Test
    void whenTheMachineKnowsThatNobodyListensSpansWaitAndTheOperatorIsTold() throws Exception {
        int nobody;
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        try (SreTelemetry telemetry = telemetry(nobody)) {
            await().until(() -> {
                endSpan(telemetry, "tool.get_pods");
                telemetry.flush(PLENTY);
                return log.messages(Level.WARN).stream().anyMatch(line -> line.contains("nobody answers there"));
            });
            assertThat(spans(telemetry).delivered()).isZero();
        }
    }

    @Test
    void anAddressThatIsNoneNamesItsKeyInThisModeOnly() {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> config("SRE_OBSERVABILITY_MODE", "xray-daemon", "AWS_XRAY_DAEMON_ADDRESS", "nowhere"))
                .withMessage("AWS_XRAY_DAEMON_ADDRESS: expected host:port, or tcp:host:port udp:host:port, such as"
                        + " 127.0.0.1:2000");
        assertThat(config("AWS_XRAY_DAEMON_ADDRESS", "nowhere").mode()).isEqualTo(TelemetryMode.LOCAL);
    }
}
