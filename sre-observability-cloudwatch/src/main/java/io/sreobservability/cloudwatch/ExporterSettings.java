package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What our exporters read of a configuration when OpenTelemetry's autoconfiguration makes them. */
final class ExporterSettings {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private ExporterSettings() {}

    /** This library's keys, found among the properties of the SDK that is being set up. */
    static TelemetryConfig config(ConfigProperties properties) {
        return TelemetryConfig.fromKeys(key -> properties.getString(propertyOf(key)));
    }

    /** OpenTelemetry's rule: {@code AWS_REGION} is the property {@code aws.region}. */
    static String propertyOf(String environmentKey) {
        return environmentKey.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** For one export with all its tries. */
    static Duration timeout(ConfigProperties properties) {
        return properties.getDuration("otel.exporter.otlp.timeout", TIMEOUT);
    }

    /** Refuses modes in which an exporter has no place to send to. */
    static void require(TelemetryConfig config, String key, TelemetryMode... modes) {
        if (!Arrays.asList(modes).contains(config.mode())) {
            throw new TelemetryConfigException(
                    key,
                    "our exporter sends in these modes only, so set " + TelemetryMode.KEY + " to one of them: "
                            + Arrays.stream(modes).map(TelemetryMode::word).collect(Collectors.joining(", ")));
        }
    }
}
