package io.sreobservability.sreagent.memory;

import java.util.regex.Pattern;

/**
 * The three kinds of memory, each with its namespace of the AgentCore Memory layout. The constants' lower-case names are
 * the values of {@code memory.strategy}.
 */
public enum MemoryStrategy {
    /** What a user prefers; the same in every session. */
    USER_PREFERENCES("/sre/users/{actor}/preferences"),
    /** What is known about services; across a user's sessions. */
    INFRASTRUCTURE("/sre/infrastructure/{actor}"),
    /** Summaries of past investigations; across a user's sessions. */
    INVESTIGATIONS("/sre/investigations/{actor}");

    /** A name that is one harmless segment of a namespace: no slash, no leading dot. */
    private static final Pattern ACTOR = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final String template;

    MemoryStrategy(String template) {
        this.template = template;
    }

    /**
     * The namespace of one user's memories.
     *
     * @throws IllegalArgumentException if the name could not be one segment of a namespace
     */
    public String namespace(String actor) {
        requireActor(actor);
        return template.replace("{actor}", actor);
    }

    /**
     * Checks a user name.
     *
     * @throws IllegalArgumentException saying what a user name looks like
     */
    public static void requireActor(String actor) {
        if (!ACTOR.matcher(actor).matches()) {
            throw new IllegalArgumentException(
                    "a user name is a letter followed by at most 63 letters, digits, '-' or '_'");
        }
    }
}
