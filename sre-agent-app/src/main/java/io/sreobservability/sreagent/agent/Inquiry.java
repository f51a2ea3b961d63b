package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.text.OneLine;
import java.util.Set;

/**
 * A question that may be investigated: checked where it comes in.
 *
 * @param query what is asked, without blanks around it
 * @param userId for whom; one of the known users
 * @param sessionId the conversation it belongs to
 */
public record Inquiry(String query, String userId, String sessionId) {
    private static final int MAX_QUERY = 10_000;

    private static final int SHOWN = 60;

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
     * @param users who may ask
     * @param names for the message of a refusal
     * @throws IllegalArgumentException saying in one line what is wrong and how it would be right
     */
    public static Inquiry checked(String query, String userId, String sessionId, Set<String> users, Names names) {
        String text = query.strip();
        if (text.isEmpty() || text.length() > MAX_QUERY) {
            throw new IllegalArgumentException(
                    names.query() + " needs a question of 1 to " + MAX_QUERY + " characters");
        }
        if (!users.contains(userId)) {
            String given = userId.isEmpty() ? "no user given" : "unknown user '" + OneLine.of(userId, SHOWN) + "'";
            throw new IllegalArgumentException(
                    given + ": " + names.userId() + " must be one of " + String.join(", ", users));
        }
        if (!Namespace.isSession(sessionId)) {
            throw new IllegalArgumentException(names.sessionId() + " takes " + Namespace.SESSION_RULE);
        }
        return new Inquiry(text, userId, sessionId);
    }
}
