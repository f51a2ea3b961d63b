package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out. A request with an {@code Origin} comes from a page and is refused. On a loopback address the
 * {@code Host} must be one of this server's own names too: a page that rebinds its DNS name to 127.0.0.1 shows up with a
 * foreign one. On other addresses the names are not known here, and the key alone guards.
 */
final class OriginFilter extends Filter {
    private final @Nullable Set<String> hosts;

    /** For a server bound to {@code address}, whose host the operator wrote as {@code configuredHost}. */
    OriginFilter(InetSocketAddress address, String configuredHost) {
        if (address.getAddress().isLoopbackAddress()) {
            String port = ":" + address.getPort();
            hosts = Stream.of("localhost", "127.0.0.1", "[::1]", configuredHost.toLowerCase(Locale.ROOT))
                    .map(name -> name + port)
                    .collect(Collectors.toUnmodifiableSet());
        } else {
            hosts = null;
        }
    }

    @Override
    public String description() {
        return "own host names only, no web pages";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (hosts != null && (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT)))) {
            Answers.refuse(exchange, 403, "This server does not answer for that Host");
        } else if (exchange.getRequestHeaders().containsKey("Origin")) {
            Answers.refuse(exchange, 403, "This server does not answer web pages");
        } else {
            chain.doFilter(exchange);
        }
    }
}
