package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.sreobservability.cloudwatch.otlp.Senders;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The {@code OTEL_EXPORTER_OTLP_*} variables as they are in force: each may be set for all signals or, stronger, for one.
 * OpenTelemetry's own errors about them name no key or quote the value, so they are checked before it sees them.
 */
final class OtlpVariables {

    private static final String PREFIX = "otel.exporter.otlp.";
    private static final String PROTOCOL = "protocol";
    private static final String COMPRESSION = "compression";
    private static final String HTTP = "http/protobuf";
    private static final String GRPC = "grpc";
    private static final List<String> SIGNALS = List.of("traces", "logs", "metrics");

    private OtlpVariables() {}

    static void check(ConfigProperties properties, TelemetryMode mode) {
        for (String signal : SIGNALS) {
            checkWord(properties, signal, PROTOCOL, Set.of(HTTP, GRPC), "expected http/protobuf or grpc");
            if (isGrpc(properties, signal)) {
                checkGrpc(environmentKey(keyInForce(properties, signal, PROTOCOL)), mode);
            }
            checkWord(properties, signal, COMPRESSION, Set.of("gzip", "none"), "expected gzip or none");
            endpoint(properties, signal);
        }
    }

    /** Where the signal ({@code traces}, {@code logs}, {@code metrics}) is sent if it goes by OTLP. */
    static URI endpoint(ConfigProperties properties, String signal) {
        String key = keyInForce(properties, signal, "endpoint");
        return EndpointRule.parse(environmentKey(key), properties.getString(key, ""));
    }

    /** What each signal is compressed by for which no variable says it. */
    static Map<String, String> compression(ConfigProperties properties) {
        Map<String, String> compression = new HashMap<>();
        for (String signal : SIGNALS) {
            if (properties.getString(keyInForce(properties, signal, COMPRESSION)) == null) {
                compression.put(
                        PREFIX + signal + "." + COMPRESSION, EndpointRule.compression(endpoint(properties, signal)));
            }
        }
        return compression;
    }

    static boolean isGrpc(ConfigProperties properties, String signal) {
        return properties
                .getString(keyInForce(properties, signal, PROTOCOL), HTTP)
                .equals(GRPC);
    }

    private static void checkGrpc(String key, TelemetryMode mode) {
        if (!mode.usesCollector()) {
            throw new TelemetryConfigException(
                    key,
                    "grpc goes to a collector only, and neither AWS nor the stand-in speaks it; expected http/protobuf");
        }
        if (!Senders.canSendByGrpc()) {
            throw new TelemetryConfigException(
                    key,
                    "grpc needs io.opentelemetry:opentelemetry-exporter-sender-okhttp on the class path; add it, or use"
                            + " http/protobuf");
        }
    }

    private static void checkWord(
            ConfigProperties properties, String signal, String name, Set<String> words, String expected) {
        String key = keyInForce(properties, signal, name);
        if (!words.contains(properties.getString(key, ""))) {
            throw new TelemetryConfigException(environmentKey(key), expected);
        }
    }

    private static String keyInForce(ConfigProperties properties, String signal, String name) {
        String own = PREFIX + signal + "." + name;
        return properties.getString(own) == null ? PREFIX + name : own;
    }

    static String environmentKey(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
