package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code OTEL_EXPORTER_OTLP_*} variables as they are in force: each may be set for all signals or, stronger, for one.
 * OpenTelemetry's own errors about them name no key or quote the value, so they are checked before it sees them.
 */
final class OtlpVariables {

    private static final String PREFIX = "otel.exporter.otlp.";
    private static final List<String> SIGNALS = List.of("traces", "logs", "metrics");

    private OtlpVariables() {}

    static void check(ConfigProperties properties) {
        for (String signal : SIGNALS) {
            checkWord(
                    properties,
                    signal,
                    "protocol",
                    Set.of("http/protobuf"),
                    "expected http/protobuf (grpc needs a sender that is not on the class path)");
            checkWord(properties, signal, "compression", Set.of("gzip", "none"), "expected gzip or none");
            endpoint(properties, signal);
        }
    }

    /** Where the signal ({@code traces}, {@code logs}, {@code metrics}) is sent if it goes by OTLP. */
    static URI endpoint(ConfigProperties properties, String signal) {
        String key = keyInForce(properties, signal, "endpoint");
        return EndpointRule.parse(environmentKey(key), properties.getString(key, ""));
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
