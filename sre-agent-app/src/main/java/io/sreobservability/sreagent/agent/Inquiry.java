package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.text.OneLine;

/**
 * A question that may be investigated: checked where it comes in.
 *
 * @param query what is asked, without blanks around it
 * @param userId for whom; nobody has to be known before
 * @param sessionId the conversation it belongs to
 */
public record Inquiry(String query, String userId, String sessionId) {
    private static final int MAX_QUERY = 10_000;

    private static final int SHOWN = 60;

    /** Who asks where nobody is named. Has a memory like any user, which all have in common who give no name. */
    public static final String DEFAULT_USER = "default-sre-user";

    /**
     * What the three are called where they come in, so that a refusal names what to change.
     *
     * @param query for example {@code --prompt}
     * @param userId for example {@code --user}
     * @param sessionId for example {@code --session}
     */
    public record Names(String query, String userId, String sessionId) {}

    /**
     * Checks what is asked.
     *
     * @param names for the message of a refusal
     * @throws IllegalArgumentException saying in one line what is wrong and how it would be right
     */
    public static Inquiry checked(String query, String userId, String sessionId, Names names) {
        String text = query.strip();
        if (text.isEmpty() || text.length() > MAX_QUERY) {
            throw new IllegalArgumentException(
                    names.query() + " needs a question of 1 to " + MAX_QUERY + " characters");
        }
        if (!Namespace.isUser(userId)) {
            throw new IllegalArgumentException(
                    names.userId() + " takes " + Namespace.USER_RULE + ", not '" + OneLine.of(userId, SHOWN) + "'");
        }
        if (!Namespace.isSession(sessionId)) {
            throw new IllegalArgumentException(names.sessionId() + " takes " + Namespace.SESSION_RULE);
        }
        return new Inquiry(text, userId, sessionId);
    }
}
