package io.sreobservability.cloudwatch.xray;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the X-Ray daemon listens for datagrams.
 *
 * @param host a name or an address; it is looked up when something is sent, not before
 */
public record DaemonAddress(String host, int port) {
    /** Where the daemon listens unless it is told otherwise. */
    public static final DaemonAddress DEFAULT = new DaemonAddress("127.0.0.1", 2000);

    private static final String ADDRESS = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):([0-9]{1,5})";
    private static final Pattern ONE = Pattern.compile(ADDRESS);
    private static final Pattern TAGGED = Pattern.compile("(tcp|udp):" + ADDRESS);
    private static final int LAST_PORT = 65_535;

    /**
     * Reads the forms that AWS's X-Ray SDKs take: {@code host:port}, or {@code tcp:host:port udp:host:port} in any order, of
     * which the second is where spans go.
     *
     * @return empty for anything else
     */
    public static Optional<DaemonAddress> parse(String text) {
        Matcher one = ONE.matcher(text.strip());
        if (one.matches()) {
            return of(one.group(1), one.group(2));
        }
        Optional<DaemonAddress> udp = Optional.empty();
        for (String word : text.strip().split("\\s+", -1)) {
            Matcher tagged = TAGGED.matcher(word);
            if (!tagged.matches()) {
                return Optional.empty();
            }
            if (tagged.group(1).equals("udp")) {
                udp = of(tagged.group(2), tagged.group(3));
            }
        }
        return udp;
    }

    private static Optional<DaemonAddress> of(String host, String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= LAST_PORT ? Optional.of(new DaemonAddress(host, port)) : Optional.empty();
    }

    /** As it is shown, beside the URLs of the other signals. */
    public URI toUri() {
        return URI.create("udp://" + this);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
