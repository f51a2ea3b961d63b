package io.sreobservability.sreagent.memory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose memories are meant. A user's namespace never reaches into another's: names are single segments of a path.
 *
 * @param strategy the kind of memory
 * @param user whose
 * @param session from which session; {@code null} for all of them
 */
public record Namespace(
        MemoryStrategy strategy, String user, @Nullable String session) {
    /** A name that is one harmless segment, no slash and no dot; an id that an identity provider gave is one. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** As long as AgentCore Runtime's may be. */
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._-]{1,256}");

    /** What a user's name is, in words for whoever gave another. */
    public static final String USER_RULE = "a letter or digit followed by at most 63 letters, digits, '-' or '_'";

    /** What a session's id is, in words for whoever gave another. */
    public static final String SESSION_RULE = "1 to 256 letters, digits, '.', '_' or '-'";

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException saying what a name looks like
     */
    public Namespace {
        if (!isUser(user)) {
            throw new IllegalArgumentException("a user name is " + USER_RULE);
        }
        if (session != null && !isSession(session)) {
            throw new IllegalArgumentException("a session is " + SESSION_RULE);
        }
    }

    /** Whether a text can be a user's name. */
    public static boolean isUser(String name) {
        return USER.matcher(name).matches();
    }

    /** Whether a text can be a session's id. */
    public static boolean isSession(String id) {
        return SESSION.matcher(id).matches();
    }

    /** As AgentCore Memory writes it: {@code /sre/users/Alice/preferences}, {@code /sre/investigations/Alice/session-1}. */
    public String path() {
        String ofUser = strategy.root() + "/" + user;
        if (strategy == MemoryStrategy.USER_PREFERENCES) {
            return ofUser + "/preferences";
        }
        return session == null ? ofUser : ofUser + "/" + session;
    }

    /** Whether a path is this namespace or lies below it. */
    public boolean holds(String path) {
        return path.equals(path()) || path.startsWith(path() + "/");
    }
}
