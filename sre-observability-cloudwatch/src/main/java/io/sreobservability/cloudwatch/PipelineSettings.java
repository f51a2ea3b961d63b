package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.sreobservability.cloudwatch.buffer.BufferSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** What a pipeline needs to know, from our configuration and from the standard variables of OpenTelemetry's processors. */
final class PipelineSettings {

    private static final int DEFAULT_BATCH = 512;
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(500);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final int DIGEST_BYTES = 8;

    private PipelineSettings() {}

    /**
     * Reads the settings.
     *
     * @param prefix {@code otel.bsp} for spans, {@code otel.blrp} for log records
     */
    static BufferSettings of(TelemetryConfig config, ConfigProperties properties, String prefix) {
        // Unless somebody set it, items are bounded by what they take, not by their number.
        int items = properties.getInt(prefix + ".max.queue.size", Integer.MAX_VALUE);
        int batch = properties.getInt(prefix + ".max.export.batch.size", DEFAULT_BATCH);
        return new BufferSettings(
                config.delivery().memoryBytes(),
                Math.max(1, items),
                Math.max(1, Math.min(batch, items)),
                properties.getDuration(prefix + ".schedule.delay", DEFAULT_DELAY),
                properties.getDuration(prefix + ".export.timeout", DEFAULT_TIMEOUT),
                config.shutdownBudget());
    }

    /**
     * A short name for where items go, for file names: what a process leaves on the disk may only go where that process would
     * have sent it.
     */
    static String destination(Object exporter, URI endpoint, String place) {
        String text = exporter.getClass().getName() + "\n" + endpoint + "\n" + place;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
