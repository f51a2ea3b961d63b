package io.sreobservability.sreagent.gateway;

import io.sreobservability.sreagent.tool.ToolDomain;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Where the backend of each domain listens: scheme, host and port. Immutable. */
public final class BackendAddresses {
    /** The environment variable for the host of all four backends; default {@value #DEFAULT_HOST}. */
    public static final String HOST_VARIABLE = "SRE_AGENT_BACKEND_HOST";

    private static final String DEFAULT_HOST = "127.0.0.1";

    private final Map<ToolDomain, URI> bases;

    private BackendAddresses(Map<ToolDomain, URI> bases) {
        this.bases = Collections.unmodifiableMap(new EnumMap<>(bases));
    }

    /**
     * The given addresses.
     *
     * @param bases one base address per domain, for example {@code http://127.0.0.1:8011}
     * @throws IllegalArgumentException if a domain has none, or one that is not plain {@code http(s)://host[:port]}
     */
    public static BackendAddresses of(Map<ToolDomain, URI> bases) {
        for (ToolDomain domain : ToolDomain.values()) {
            URI base = bases.get(domain);
            if (base == null) {
                throw new IllegalArgumentException("No address for the backend " + domain.id() + ".");
            }
            check(base, "The address of the backend " + domain.id());
        }
        return new BackendAddresses(bases);
    }

    /**
     * The addresses from {@code SRE_AGENT_BACKEND_HOST} and {@code SRE_AGENT_<DOMAIN>_URL}.
     *
     * @throws IllegalArgumentException with a message for the user that names the variable at fault
     */
    public static BackendAddresses fromEnvironment(Map<String, String> environment) {
        String host = environment.getOrDefault(HOST_VARIABLE, DEFAULT_HOST);
        Map<ToolDomain, URI> bases = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            String variable = "SRE_AGENT_" + domain.name() + "_URL";
            String url = environment.get(variable);
            bases.put(
                    domain,
                    url != null
                            ? parse(url, variable)
                            : parse("http://" + host + ":" + domain.defaultPort(), HOST_VARIABLE));
        }
        return new BackendAddresses(bases);
    }

    /** The base address of a domain's backend, without a path. */
    public URI base(ToolDomain domain) {
        URI base = bases.get(domain);
        if (base == null) {
            throw new AssertionError(domain);
        }
        return base;
    }

    private static URI parse(String url, String variable) {
        URI uri;
        try {
            uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(rule(variable), malformed);
        }
        check(uri, variable);
        return uri;
    }

    private static void check(URI uri, String place) {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean onlyAuthority = (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!web || uri.getHost() == null || !onlyAuthority) {
            throw new IllegalArgumentException(rule(place));
        }
    }

    private static String rule(String place) {
        return place + " must look like http://127.0.0.1:8011 (no path, no user).";
    }
}
