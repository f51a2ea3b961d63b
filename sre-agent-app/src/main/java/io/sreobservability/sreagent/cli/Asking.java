package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Inquiry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who asks, and in which session, for every command that somebody asks something. */
final class Asking {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Whose preferences count (default: the environment variable USER_ID, else "
                    + Inquiry.DEFAULT_USER + ").")
    private @Nullable String user;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Session id (default: the kind of command and the time).")
    private @Nullable String session;

    /**
     * Who asks.
     *
     * @param kind what the session is named after if no other is asked for
     */
    Asker asker(String kind, Map<String, String> environment) {
        return new Asker(
                user != null ? user : userOf(environment),
                session != null ? session : kind + "-" + TIME.format(Instant.now()));
    }

    /** Who asks where nobody else is named. */
    static String userOf(Map<String, String> environment) {
        String named = environment.getOrDefault("USER_ID", "");
        return named.isEmpty() ? Inquiry.DEFAULT_USER : named;
    }
}
