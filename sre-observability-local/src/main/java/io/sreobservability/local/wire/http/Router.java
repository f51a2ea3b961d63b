package io.sreobservability.local.wire.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint of a path. A route that ends in a slash and is longer than that also takes everything below it;
 * any other route takes its exact path only.
 */
public final class Router {
    private final Map<String, Endpoint> routes = new LinkedHashMap<>();

    /** Adds a route. */
    public Router add(String path, Endpoint endpoint) {
        if (routes.putIfAbsent(path, endpoint) != null) {
            throw new IllegalArgumentException("Two endpoints for " + path);
        }
        return this;
    }

    @Nullable
    Endpoint find(String path) {
        Endpoint exact = routes.get(path);
        if (exact != null) {
            return exact;
        }
        for (var route : routes.entrySet()) {
            String prefix = route.getKey();
            if (prefix.length() > 1 && prefix.endsWith("/") && path.startsWith(prefix)) {
                return route.getValue();
            }
        }
        return null;
    }
}
