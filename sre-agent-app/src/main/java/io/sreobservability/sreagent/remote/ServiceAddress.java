package io.sreobservability.sreagent.remote;

import java.net.URI;

/** An address that replaces a hosted service's own. Keys and questions travel to it, so plain http is for this machine only. */
public final class ServiceAddress {
    /** What such an address looks like, for messages: "must be ...". */
    public static final String RULE =
            "an address such as https://service.example.com, without path and user; http only for this machine";

    private ServiceAddress() {}

    /**
     * Reads one; a slash at its end is dropped.
     *
     * @throws IllegalArgumentException if it breaks the {@link #RULE}
     */
    public static URI parse(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean onlyAuthority = String.valueOf(uri.getRawPath()).isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && onThisMachine(uri));
        if (uri.getHost() == null || !onlyAuthority || !safe) {
            throw new IllegalArgumentException(RULE);
        }
        return uri;
    }

    /** Whether it is on this machine, by how it is written: no name is looked up. */
    static boolean onThisMachine(URI address) {
        String host = address.getHost();
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }
}
