package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Inquiry;
import java.util.Set;

/**
 * Who asks, and in which session.
 *
 * @param users who may ask
 */
record Asker(String userId, String sessionId, Set<String> users) {
    private static final Inquiry.Names NAMES = new Inquiry.Names("--prompt", "--user (or USER_ID)", "--session");

    /** A question of no matter, so that a wrong user or session is found before anybody asks. */
    void check() {
        inquiry("?");
    }

    /**
     * A question of theirs, checked.
     *
     * @throws CliException if it cannot be asked like this
     */
    Inquiry inquiry(String query) {
        try {
            return Inquiry.checked(query, userId, sessionId, users, NAMES);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
