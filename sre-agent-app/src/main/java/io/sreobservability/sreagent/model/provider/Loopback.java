package io.sreobservability.sreagent.model.provider;

import java.net.URI;

/** Tells addresses on this machine by how they are written: no name is looked up. */
final class Loopback {
    private Loopback() {}

    static boolean is(URI address) {
        String host = address.getHost();
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }
}
