package io.sreobservability.cloudwatch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which endpoints telemetry may go to: http only to this machine, https anywhere but to link-local addresses (where cloud
 * machines keep their credentials service). Names are not resolved: a start must not hang on a name server.
 */
final class EndpointRule {

    private static final String EXPECTED = "expected a URL such as http://127.0.0.1:4318";
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-fA-F:.%]+]|[0-9.]+");

    private EndpointRule() {}

    /**
     * Reads and checks an endpoint.
     *
     * @param key the configuration key to name in errors
     */
    static URI parse(String key, String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new TelemetryConfigException(key, "not a URL; " + EXPECTED);
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new TelemetryConfigException(key, "not an http or https URL with a host; " + EXPECTED);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new TelemetryConfigException(key, "a URL without user, query and fragment; " + EXPECTED);
        }
        if ("http".equals(uri.getScheme()) && !isLoopback(key, uri.getHost())) {
            throw new TelemetryConfigException(
                    key, "plain http goes to this machine only (127.0.0.1, [::1], localhost); use https for others");
        }
        if (isAddress(uri.getHost()) && address(key, uri.getHost()).isLinkLocalAddress()) {
            throw new TelemetryConfigException(key, "a link-local address takes no telemetry; " + EXPECTED);
        }
        return uri;
    }

    /** The part that may be shown in messages. */
    static String origin(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    /** Whether a checked endpoint is on this machine. */
    static boolean isLoopback(URI checked) {
        return isLoopback("endpoint", checked.getHost());
    }

    /** How to compress for a checked endpoint: what stays on this machine saves nothing by it and would only take time. */
    static String compression(URI checked) {
        return isLoopback(checked) ? "none" : "gzip";
    }

    private static boolean isLoopback(String key, String host) {
        return "localhost".equalsIgnoreCase(host)
                || (isAddress(host) && address(key, host).isLoopbackAddress());
    }

    private static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /** For an address in digits this asks no name server. */
    private static InetAddress address(String key, String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException e) {
            throw new TelemetryConfigException(key, "not an IP address; " + EXPECTED);
        }
    }
}
