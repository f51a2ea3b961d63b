package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Mode collector by gRPC, to a real gRPC server. Runs with the optional sender on its class path, so apart from the other tests: see
 * the second execution of surefire in the pom.
 */
class GrpcCollectorTest extends LocalTelemetry {

    private static final List<ExportTraceServiceRequest> SPANS = new CopyOnWriteArrayList<>();
    private static final List<ExportLogsServiceRequest> LOGS = new CopyOnWriteArrayList<>();
    private static final List<ExportMetricsServiceRequest> METRICS = new CopyOnWriteArrayList<>();
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new TraceServiceGrpc.TraceServiceImplBase() {
                    @Override
                    public void export(
                            ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
                        SPANS.add(request);
                        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
                        if (name(request).equals("rejected")) {
                            response.getPartialSuccessBuilder().setRejectedSpans(1);
                        }
                        if (name(request).equals("refused")) {
                            answer.onError(Status.PERMISSION_DENIED.asException());
                            return;
                        }
                        answer.onNext(response.build());
                        answer.onCompleted();
                    }
                })
                .addService(new LogsServiceGrpc.LogsServiceImplBase() {
                    @Override
                    public void export(
                            ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> answer) {
                        LOGS.add(request);
                        answer.onNext(ExportLogsServiceResponse.getDefaultInstance());
                        answer.onCompleted();
                    }
                })
                .addService(new MetricsServiceGrpc.MetricsServiceImplBase() {
                    @Override
                    public void export(
                            ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> answer) {
                        METRICS.add(request);
                        answer.onNext(ExportMetricsServiceResponse.getDefaultInstance());
                        answer.onCompleted();
                    }
                })
                .build()
                .start();
    }

    private static String name(ExportTraceServiceRequest request) {
        return request.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName();
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    private SreTelemetry telemetry() {
        return start(config(
                "SRE_OBSERVABILITY_MODE", "collector",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + server.getPort()));
    }

    @Test
    void everythingArrives() {
        try (SreTelemetry telemetry = telemetry()) {
            AwsAccount.recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(SPANS).anyMatch(request -> name(request).equals("tool.get_pods"));
            assertThat(LOGS).hasSize(1);
            assertThat(METRICS).hasSize(1);
        }
    }

    @Test
    void whatIsRejectedInPartIsReadAndCounted() {
        try (SreTelemetry telemetry = telemetry()) {
            endSpan(telemetry, "rejected");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REJECTED, 1L));
        }
    }

    @Test
    void whatIsRefusedIsCountedAndToldByUsAlone() {
        try (SreTelemetry telemetry = telemetry()) {
            assertThat(Logger.getLogger("io.opentelemetry.exporter.otlp.internal.GrpcExporter")
                            .getLevel())
                    .isEqualTo(Level.OFF);
            endSpan(telemetry, "refused");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.failures(Signal.SPANS).values()).containsExactly(1L);
        }
    }
}
