package io.sreobservability.sreagent.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server span says of its request. The query string stays out: it can hold what users typed.
 *
 * @param method as it was sent, whatever that is
 * @param path the raw path
 * @param route the template of the path, {@code null} if it is none of the server's
 * @param scheme {@code http} or {@code https}
 * @param address where it arrived, as a number
 * @param port where it arrived
 * @param trusted whether the caller may have its trace continued
 * @param headers by name; the map finds names in any case
 */
public record ServerRequest(
        String method,
        String path,
        @Nullable String route,
        String scheme,
        String address,
        int port,
        boolean trusted,
        Map<String, List<String>> headers) {}
