package io.sreobservability.sreagent.agent;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question that may be investigated: checked where it comes in.
 *
 * @param query what is asked, without blanks around it
 * @param userId for whom; one of the known users
 * @param sessionId the conversation it belongs to
 */
public record Inquiry(String query, String userId, String sessionId) {
    private static final int MAX_QUERY = 10_000;

    /** No memory of Amazon Bedrock AgentCore takes a longer one. */
    private static final int MAX_SESSION = 100;

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_SESSION + "}");
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
            String given = userId.isEmpty() ? "no user given" : "unknown user '" + printable(userId) + "'";
            throw new IllegalArgumentException(
                    given + ": " + names.userId() + " must be one of " + String.join(", ", users));
        }
        if (!SESSION.matcher(sessionId).matches()) {
            throw new IllegalArgumentException(
                    names.sessionId() + " takes 1 to " + MAX_SESSION + " letters, digits, '.', '_' or '-'");
        }
        return new Inquiry(text, userId, sessionId);
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
