package io.sreobservability.cloudwatch.otlp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where logs go in CloudWatch.
 *
 * @param group of letters, digits and {@code . - _ / #}
 * @param stream one per process, so that no two processes write to the same
 */
public record LogDestination(String group, String stream) {

    private static final int LONGEST_SERVICE = 400;

    /** A stream of this process's own, named by service and start: {@code sre-agent/2026-01-31T12-00-00-1a2b3c4d}. */
    public static LogDestination ofProcess(String group, String service, Instant start) {
        String readable = service.replaceAll("[^A-Za-z0-9._/-]", "_");
        String time = start.toString().substring(0, 19).replace(':', '-');
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return new LogDestination(
                group, readable.substring(0, Math.min(readable.length(), LONGEST_SERVICE)) + "/" + time + "-" + unique);
    }

    Map<String, List<String>> headers() {
        return Map.of("x-aws-log-group", List.of(group), "x-aws-log-stream", List.of(stream));
    }
}
