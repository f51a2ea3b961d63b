package io.sreobservability.sreagent.web;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out. A request with an {@code Origin} comes from a page and is refused. On a loopback address the
 * {@code Host} must be one of the server's own names too: a page that rebinds its DNS name to 127.0.0.1 shows up with a
 * foreign one. On other addresses the names are not known here.
 */
public final class OwnHosts {
    private final @Nullable Set<String> hosts;

    /** For a server bound to {@code address} and {@code port}, whose host the operator wrote as {@code configuredHost}. */
    public OwnHosts(InetAddress address, int port, String configuredHost) {
        hosts = address.isLoopbackAddress()
                ? Stream.of("localhost", "127.0.0.1", "[::1]", configuredHost.toLowerCase(Locale.ROOT))
                        .map(name -> name + ":" + port)
                        .collect(Collectors.toUnmodifiableSet())
                : null;
    }

    /** Why a request with these headers is refused (status 403), for the caller to read; empty if it is not. */
    public Optional<String> refusal(@Nullable String host, @Nullable String origin) {
        if (hosts != null && (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT)))) {
            return Optional.of("This server does not answer for that Host");
        }
        return origin != null ? Optional.of("This server does not answer web pages") : Optional.empty();
    }
}
