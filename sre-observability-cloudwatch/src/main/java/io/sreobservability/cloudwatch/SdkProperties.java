package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The configuration in the words of OpenTelemetry's autoconfiguration. */
final class SdkProperties {

    /** Where collectors take OTLP by gRPC; by HTTP they do at the port of the stand-in. */
    private static final String GRPC_ENDPOINT = "http://127.0.0.1:4317";

    private SdkProperties() {}

    /** Our choices, weaker than any standard OTel variable or system property. */
    static Map<String, String> defaults(TelemetryConfig config) {
        Map<String, String> properties = new HashMap<>();
        properties.put(
                "otel.traces.exporter",
                config.mode() == TelemetryMode.XRAY_DAEMON ? XRaySpanExporterProvider.NAME : "otlp");
        properties.put("otel.logs.exporter", "otlp");
        properties.put("otel.metrics.exporter", metricExporter(config.mode()));
        // What CloudWatch needs at the other end of a collector: changes to add up, and buckets that adapt to the
        // values.
        properties.put("otel.exporter.otlp.metrics.temporality.preference", "delta");
        properties.put(
                "otel.exporter.otlp.metrics.default.histogram.aggregation", "base2_exponential_bucket_histogram");
        properties.put("otel.exporter.otlp.protocol", "http/protobuf");
        // W3C traceparent, and of baggage the investigation id alone: the rest could carry user data into other
        // services.
        properties.put("otel.propagators", SrePropagatorProvider.NAME);
        // Milliseconds a finished span or log record waits for company: it leaves the process well within 2 seconds.
        properties.put("otel.bsp.schedule.delay", "500");
        properties.put("otel.blrp.schedule.delay", "500");
        String serviceName = config.service().defaultName();
        if (serviceName != null && !namesService(config.openTelemetryVariables())) {
            properties.put("otel.service.name", serviceName);
        }
        config.openTelemetryVariables()
                .forEach((key, value) -> properties.put(ExporterSettings.propertyOf(key), value));
        return properties;
    }

    private static String metricExporter(TelemetryMode mode) {
        return mode.usesCollector() ? "otlp" : CloudWatchMetricExporterProvider.NAME;
    }

    /** Our endpoint of each signal for which no standard variable or property, also that for all signals, names one. */
    static Map<String, String> endpoints(TelemetryConfig config, ConfigProperties properties) {
        Map<String, String> endpoints = new HashMap<>();
        if (properties.getString("otel.exporter.otlp.endpoint") == null) {
            endpoint(endpoints, properties, "traces", config.destination().traces());
            endpoint(endpoints, properties, "logs", config.destination().logs());
            endpoint(endpoints, properties, "metrics", config.destination().metrics());
        }
        return endpoints;
    }

    private static void endpoint(Map<String, String> endpoints, ConfigProperties properties, String signal, URI base) {
        String key = "otel.exporter.otlp." + signal + ".endpoint";
        if (properties.getString(key) == null) {
            endpoints.put(
                    key,
                    OtlpVariables.isGrpc(properties, signal)
                            ? GRPC_ENDPOINT
                            : endpoint(base, signal).toString());
        }
    }

    /** Where a signal goes by HTTP at a service with this base URL. */
    static URI endpoint(URI base, String signal) {
        String url = base.toString();
        return URI.create((url.endsWith("/") ? url : url + "/") + "v1/" + signal);
    }

    /** What the program decided and no variable changes. */
    static Map<String, String> fixed(TelemetryConfig config) {
        Map<String, String> properties = new HashMap<>();
        put(properties, TelemetryMode.KEY, config.mode().word());
        config.destination().asKeys().forEach((key, value) -> put(properties, key, value));
        String serviceName = config.service().fixedName();
        if (serviceName != null) {
            properties.put("otel.service.name", serviceName);
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String environmentKey, String value) {
        properties.put(ExporterSettings.propertyOf(environmentKey), value);
    }

    private static boolean namesService(Map<String, String> variables) {
        return variables.containsKey("OTEL_SERVICE_NAME")
                || variables.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").contains("service.name=");
    }
}
