package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Inquiry;
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
    private static final Inquiry.Names NAMES = new Inquiry.Names("--prompt", "--user (or USER_ID)", "--session");

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

    /** The session that is asked for, else a new one of this kind. */
    String session(String kind) {
        return session == null ? kind + "-" + TIME.format(Instant.now()) : session;
    }

    /**
     * What is asked, checked.
     *
     * @param users who may ask
     * @throws CliException if it cannot be asked like this
     */
    Inquiry inquiry(String query, String sessionId, Map<String, String> environment, Set<String> users) {
        try {
            String userId = user != null ? user : environment.getOrDefault("USER_ID", "");
            return Inquiry.checked(query, userId, sessionId, users, NAMES);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
