package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.cloudwatch.buffer.PipelineLogExporter;
import io.sreobservability.cloudwatch.buffer.PipelineSpanExporter;
import io.sreobservability.cloudwatch.buffer.Pipelines;
import io.sreobservability.cloudwatch.delivery.CountingSampler;
import io.sreobservability.cloudwatch.delivery.DeliveryLedger;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ObservedMetricExporter;
import io.sreobservability.cloudwatch.delivery.RecordingLogProcessor;
import io.sreobservability.cloudwatch.delivery.RecordingSpanProcessor;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.cloudwatch.delivery.Unacknowledged;
import io.sreobservability.cloudwatch.logs.InvestigationLogProcessor;
import io.sreobservability.cloudwatch.logs.MaskedLogRecord;
import io.sreobservability.cloudwatch.logs.MaskingLogRecordExporter;
import io.sreobservability.cloudwatch.metrics.CloudWatchMetricExporter;
import io.sreobservability.cloudwatch.otlp.Listener;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the OpenTelemetry SDK by its autoconfiguration, with every exporter observed. Used once. */
final class SdkSetup {

    private static final Pattern PROPERTY = Pattern.compile("otel\\.[a-z0-9._-]*[a-z0-9]");
    private static final int DEEPEST_CAUSE = 10;

    private final TelemetryConfig config;
    private final InstantSource clock = InstantSource.system();
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final Pipelines pipelines;
    private final Map<String, EndpointHealth> healthByOrigin = new HashMap<>();
    private final Map<Signal, String> destinations = new EnumMap<>(Signal.class);

    private final Outlets outlets;

    SdkSetup(TelemetryConfig config) {
        this.config = config;
        this.outlets = new Outlets(config, Clock.systemUTC(), Listener.BOOKS);
        this.pipelines =
                new Pipelines(config.delivery().directory(), config.delivery().diskBytes());
    }

    /**
     * Builds the SDK. Whoever shuts it down calls {@link StockLogs#restore} afterwards.
     *
     * @throws TelemetryConfigException when a key of ours or a standard one is unusable
     */
    OpenTelemetrySdk build() {
        StockLogs.silence();
        try {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .setServiceClassLoader(SdkSetup.class.getClassLoader())
                    .disableShutdownHook()
                    .addPropertiesSupplier(() -> SdkProperties.defaults(config))
                    .addPropertiesCustomizer(properties -> SdkProperties.endpoints(config, properties))
                    .addPropertiesCustomizer(OtlpVariables::compression)
                    .addPropertiesCustomizer(properties -> {
                        OtlpVariables.check(properties, config.mode());
                        return SdkProperties.fixed(config);
                    })
                    .addResourceCustomizer((resource, properties) ->
                            config.service().runsAgents() ? AgentResource.mark(resource) : resource)
                    .addSamplerCustomizer((sampler, properties) -> new CountingSampler(sampler, ledger))
                    .addSpanExporterCustomizer(this::buffer)
                    .addSpanProcessorCustomizer((processor, properties) -> StockProcessors.replace(processor))
                    .addLogRecordExporterCustomizer(this::buffer)
                    .addLogRecordProcessorCustomizer((processor, properties) -> LogRecordProcessor.composite(
                            new InvestigationLogProcessor(), StockProcessors.replace(processor)))
                    .addMetricExporterCustomizer(this::observe)
                    .addMeterProviderCustomizer((builder, properties) -> withoutSelfObservation(builder))
                    .addTracerProviderCustomizer(
                            (builder, properties) -> builder.addSpanProcessor(new RecordingSpanProcessor(ledger)))
                    .addLoggerProviderCustomizer(
                            (builder, properties) -> builder.addLogRecordProcessor(new RecordingLogProcessor(ledger)))
                    .build()
                    .getOpenTelemetrySdk();
        } catch (RuntimeException refused) {
            pipelines.close(Duration.ZERO);
            StockLogs.restore();
            throw explained(refused);
        }
    }

    DeliveryLedger ledger() {
        return ledger;
    }

    /** Where each signal goes, as it may be shown; a signal that is not exported is absent. */
    Map<Signal, String> destinations() {
        return destinations;
    }

    Pipelines pipelines() {
        return pipelines;
    }

    private SpanExporter buffer(SpanExporter exporter, ConfigProperties properties) {
        // The endpoint that is really used: OTEL_EXPORTER_OTLP_ENDPOINT and its variants win over ours.
        URI endpoint = exporter instanceof Unacknowledged
                ? config.destination().daemon().toUri()
                : OtlpVariables.endpoint(properties, "traces");
        return new PipelineSpanExporter(pipelines.spans(
                outlets.fit(exporter, endpoint),
                PipelineSettings.destination(exporter, endpoint, config.region()),
                PipelineSettings.of(config, properties, "otel.bsp"),
                ledger.open(Signal.SPANS),
                health(Signal.SPANS, endpoint)));
    }

    private LogRecordExporter buffer(LogRecordExporter exporter, ConfigProperties properties) {
        // The endpoint that is really used: OTEL_EXPORTER_OTLP_ENDPOINT and its variants win over ours.
        URI endpoint = OtlpVariables.endpoint(properties, "logs");
        return new PipelineLogExporter(pipelines.logs(
                new MaskingLogRecordExporter(
                        outlets.fit(exporter, endpoint, properties.getString("otel.service.name", "unknown_service"))),
                PipelineSettings.destination(exporter, endpoint, config.region() + config.logGroup()),
                log -> MaskedLogRecord.of(log, SreObservability.captureContent()),
                PipelineSettings.of(config, properties, "otel.blrp"),
                ledger.open(Signal.LOGS),
                health(Signal.LOGS, endpoint)));
    }

    private MetricExporter observe(MetricExporter exporter, ConfigProperties properties) {
        if (exporter instanceof CloudWatchMetricExporter ours) {
            return ours.observedBy(
                    ledger.open(Signal.METRICS),
                    health(Signal.METRICS, config.destination().metrics()));
        }
        URI endpoint = OtlpVariables.endpoint(properties, "metrics");
        return new ObservedMetricExporter(
                outlets.fit(exporter, endpoint), ledger.open(Signal.METRICS), health(Signal.METRICS, endpoint));
    }

    /** The SDK counts its own queues; in CloudWatch these would be metrics to pay for that nobody asked for. */
    private static SdkMeterProviderBuilder withoutSelfObservation(SdkMeterProviderBuilder builder) {
        View drop = View.builder().setAggregation(Aggregation.drop()).build();
        for (String scope :
                List.of("io.opentelemetry.sdk.trace", "io.opentelemetry.sdk.logs", "io.opentelemetry.sdk.metrics")) {
            builder.registerView(
                    InstrumentSelector.builder().setMeterName(scope).build(), drop);
        }
        return builder;
    }

    private EndpointHealth health(Signal signal, URI endpoint) {
        String origin = EndpointRule.origin(endpoint);
        destinations.put(signal, origin);
        return healthByOrigin.computeIfAbsent(origin, shown -> new EndpointHealth(shown, clock));
    }

    /** OpenTelemetry's messages quote the value, which may be a secret: only the key is passed on. */
    private static TelemetryConfigException explained(RuntimeException refused) {
        Throwable cause = refused;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof TelemetryConfigException ours) {
                return ours;
            }
            cause = cause.getCause();
        }
        Matcher property = PROPERTY.matcher(String.valueOf(refused.getMessage()));
        return property.find()
                ? new TelemetryConfigException(
                        OtlpVariables.environmentKey(property.group()), "OpenTelemetry cannot use this value")
                : new TelemetryConfigException("OTEL_*", "OpenTelemetry cannot use one of these variables");
    }
}
