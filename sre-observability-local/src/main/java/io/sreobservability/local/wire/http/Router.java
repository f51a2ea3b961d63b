package io.sreobservability.local.wire.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint of a path and method. A route that ends in a slash and is longer than that also takes everything below
 * it; any other route takes its exact path only.
 */
public final class Router {
    private final Map<String, List<Endpoint>> routes = new LinkedHashMap<>();

    /** Adds a route; a path may have one for each method. */
    public Router add(String path, Endpoint endpoint) {
        List<Endpoint> there = routes.computeIfAbsent(path, none -> new ArrayList<>());
        if (there.stream().anyMatch(other -> other.method().equals(endpoint.method()))) {
            throw new IllegalArgumentException("Two endpoints for " + endpoint.method() + " " + path);
        }
        there.add(endpoint);
        return this;
    }

    /** The endpoint of that method, else the first one at that path; null if nothing is served there. */
    @Nullable
    Endpoint find(String path, String method) {
        List<Endpoint> there = at(path);
        return there.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .findFirst()
                .orElse(there.isEmpty() ? null : there.get(0));
    }

    /** The methods that are served at a path, as the header {@code Allow} lists them. */
    String methods(String path) {
        return at(path).stream().map(Endpoint::method).collect(Collectors.joining(", "));
    }

    private List<Endpoint> at(String path) {
        List<Endpoint> exact = routes.get(path);
        if (exact != null) {
            return exact;
        }
        for (var route : routes.entrySet()) {
            String prefix = route.getKey();
            if (prefix.length() > 1 && prefix.endsWith("/") && path.startsWith(prefix)) {
                return route.getValue();
            }
        }
        return List.of();
    }
}
