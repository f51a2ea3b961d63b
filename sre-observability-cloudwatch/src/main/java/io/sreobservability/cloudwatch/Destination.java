package io.sreobservability.cloudwatch;

import io.sreobservability.cloudwatch.otlp.AwsEndpoints;
import io.sreobservability.cloudwatch.xray.DaemonAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where telemetry goes: read from the configuration, checked, with every default filled in.
 *
 * @param localEndpoint base URL of the stand-in; used in mode {@code local}
 * @param traces base URL of the service that takes spans; the same for {@code logs} and {@code metrics}
 * @param daemon where spans go in mode {@code xray-daemon}
 * @param region what requests are signed for
 * @param namespace CloudWatch namespace of all metrics
 * @param logGroup CloudWatch log group of all log records; used in mode {@code aws}
 */
record Destination(
        URI localEndpoint,
        URI traces,
        URI logs,
        URI metrics,
        DaemonAddress daemon,
        String region,
        String namespace,
        String logGroup) {

    static final String LOCAL_ENDPOINT_KEY = "SRE_OBSERVABILITY_LOCAL_ENDPOINT";
    static final String NAMESPACE_KEY = "CLOUDWATCH_METRICS_NAMESPACE";
    static final String REGION_KEY = "AWS_REGION";
    static final String DAEMON_KEY = "AWS_XRAY_DAEMON_ADDRESS";
    static final String LOG_GROUP_KEY = "SRE_OBSERVABILITY_LOG_GROUP";

    /** AWS's own names for other endpoints than its public ones, such as those of a VPC; the first is for all services. */
    private static final String ENDPOINT_KEY = "AWS_ENDPOINT_URL";

    private static final String TRACES_ENDPOINT_KEY = ENDPOINT_KEY + "_XRAY";
    private static final String LOGS_ENDPOINT_KEY = ENDPOINT_KEY + "_CLOUDWATCH_LOGS";
    private static final String METRICS_ENDPOINT_KEY = ENDPOINT_KEY + "_CLOUDWATCH";

    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:4318";
    private static final String DEFAULT_NAMESPACE = "SREAgent/Production";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String DEFAULT_LOG_GROUP = "/sre-agent/logs";

    /** The characters the CloudWatch user guide allows; not first a colon, and not AWS's own {@code AWS/}. */
    private static final Pattern NAMESPACE = Pattern.compile("(?!:)(?!AWS/)(?! *$)[0-9A-Za-z._/#: -]{1,255}");

    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+){1,3}-[0-9]{1,2}");
    private static final Pattern LOG_GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");

    static Destination read(TelemetryMode mode, Function<String, @Nullable String> lookup) {
        boolean aws = mode == TelemetryMode.AWS;
        URI local = EndpointRule.parse(LOCAL_ENDPOINT_KEY, value(lookup, LOCAL_ENDPOINT_KEY, DEFAULT_ENDPOINT));
        // Signing for a region that nobody chose would send an agent's telemetry to another country.
        String region = checked(
                REGION_KEY,
                REGION,
                value(lookup, REGION_KEY, aws ? "" : DEFAULT_REGION),
                "expected an AWS region such as us-east-1");
        String namespace = checked(
                NAMESPACE_KEY,
                NAMESPACE,
                value(lookup, NAMESPACE_KEY, DEFAULT_NAMESPACE),
                "expected 1 to 255 letters, digits or . - _ / # : and spaces, not starting with a colon"
                        + " or AWS/, such as SREAgent/Production");
        String logGroup = checked(
                LOG_GROUP_KEY,
                LOG_GROUP,
                value(lookup, LOG_GROUP_KEY, DEFAULT_LOG_GROUP),
                "expected 1 to 512 letters, digits or . - _ / #, such as " + DEFAULT_LOG_GROUP);
        return new Destination(
                local,
                aws ? endpoint(lookup, TRACES_ENDPOINT_KEY, "xray", region) : local,
                aws ? endpoint(lookup, LOGS_ENDPOINT_KEY, "logs", region) : local,
                aws ? endpoint(lookup, METRICS_ENDPOINT_KEY, "monitoring", region) : local,
                daemon(mode, lookup),
                region,
                namespace,
                logGroup);
    }

    /** The variable is also AWS's own and may be set for others: what is in it matters in this mode only. */
    private static DaemonAddress daemon(TelemetryMode mode, Function<String, @Nullable String> lookup) {
        String value = value(lookup, DAEMON_KEY, DaemonAddress.DEFAULT.toString());
        return mode == TelemetryMode.XRAY_DAEMON
                ? DaemonAddress.parse(value)
                        .orElseThrow(() -> new TelemetryConfigException(
                                DAEMON_KEY,
                                "expected host:port, or tcp:host:port udp:host:port, such as " + DaemonAddress.DEFAULT))
                : DaemonAddress.DEFAULT;
    }

    private static URI endpoint(Function<String, @Nullable String> lookup, String key, String service, String region) {
        String keyInForce = value(lookup, key, "").isEmpty() ? ENDPOINT_KEY : key;
        String value = value(lookup, keyInForce, "");
        return value.isEmpty() ? AwsEndpoints.of(service, region) : EndpointRule.parse(keyInForce, value);
    }

    static String value(Function<String, @Nullable String> lookup, String key, String byDefault) {
        String value = lookup.apply(key);
        return value == null || value.isBlank() ? byDefault : value.strip();
    }

    private static String checked(String key, Pattern rule, String value, String expected) {
        if (!rule.matcher(value).matches()) {
            throw new TelemetryConfigException(key, expected);
        }
        return value;
    }

    /** By the keys it is read from. */
    Map<String, String> asKeys() {
        Map<String, String> keys = new HashMap<>();
        keys.put(LOCAL_ENDPOINT_KEY, localEndpoint.toString());
        keys.put(TRACES_ENDPOINT_KEY, traces.toString());
        keys.put(LOGS_ENDPOINT_KEY, logs.toString());
        keys.put(METRICS_ENDPOINT_KEY, metrics.toString());
        keys.put(DAEMON_KEY, daemon.toString());
        keys.put(REGION_KEY, region);
        keys.put(NAMESPACE_KEY, namespace);
        keys.put(LOG_GROUP_KEY, logGroup);
        return keys;
    }
}
