package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.Headers;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets only programs and pages of this machine in.
 *
 * <p>Listening on loopback is not enough: any web page that a developer visits can send requests to it. Such a request
 * carries the page's {@code Origin}; and where an attacker points a name of his own at 127.0.0.1 (DNS rebinding), the
 * {@code Host} header still tells that name. Both must be one of ours.
 */
public final class LoopbackGuard {
    private static final int DEFAULT_HTTP_PORT = 80;

    private final Set<String> authorities = new TreeSet<>();

    public LoopbackGuard(InetSocketAddress bound) {
        String address = bound.getAddress().getHostAddress();
        String literal = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", literal)) {
            authorities.add(host + ":" + bound.getPort());
            if (bound.getPort() == DEFAULT_HTTP_PORT) {
                authorities.add(host);
            }
        }
    }

    /** Throws 403 for a request that was not meant for this server or comes from a foreign page. */
    void check(Headers headers) throws HttpProblem {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !authorities.contains(hosts.get(0).toLowerCase(Locale.ROOT))) {
            throw new HttpProblem(403, "The Host header must be one of " + String.join(", ", authorities) + ".");
        }
        for (String origin : headers.getOrDefault("Origin", List.of())) {
            if (!origins().contains(origin.toLowerCase(Locale.ROOT))) {
                throw new HttpProblem(403, "Pages of other origins may not call this server.");
            }
        }
    }

    private List<String> origins() {
        List<String> origins = new ArrayList<>();
        authorities.forEach(authority -> origins.add("http://" + authority));
        return origins;
    }
}
