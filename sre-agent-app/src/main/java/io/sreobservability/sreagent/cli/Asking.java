package io.sreobservability.sreagent.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who asks, and in which session, for every command that somebody asks something. */
final class Asking {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Whose preferences count (default: the environment variable USER_ID).")
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
     * @param users who may ask
     */
    Asker asker(String kind, Map<String, String> environment, Set<String> users) {
        return new Asker(
                user != null ? user : environment.getOrDefault("USER_ID", ""),
                session != null ? session : kind + "-" + TIME.format(Instant.now()),
                users);
    }
}
