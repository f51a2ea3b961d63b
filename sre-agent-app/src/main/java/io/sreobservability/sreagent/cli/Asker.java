package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Inquiry;

/** Who asks, and in which session. */
record Asker(String userId, String sessionId) {
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
            return Inquiry.checked(query, userId, sessionId, NAMES);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
