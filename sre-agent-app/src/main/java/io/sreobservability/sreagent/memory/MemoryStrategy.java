package io.sreobservability.sreagent.memory;

import java.time.Duration;

/**
 * The three kinds of memory, each with its namespace of the AgentCore Memory layout. The constants' lower-case names are
 * the values of {@code memory.strategy}.
 */
public enum MemoryStrategy {
    /** What a user prefers; the same in every session. */
    USER_PREFERENCES("/sre/users", UserPreference.class, 10, Duration.ofDays(90)),
    /** What is known about services; read across a user's sessions. */
    INFRASTRUCTURE("/sre/infrastructure", InfrastructureKnowledge.class, 50, Duration.ofDays(30)),
    /** Summaries of past investigations; read across a user's sessions. */
    INVESTIGATIONS("/sre/investigations", InvestigationSummary.class, 5, Duration.ofDays(60));

    private final String root;
    private final Class<? extends Memory> type;
    private final int limit;
    private final Duration retention;

    MemoryStrategy(String root, Class<? extends Memory> type, int limit, Duration retention) {
        this.root = root;
        this.type = type;
        this.limit = limit;
        this.retention = retention;
    }

    /** Where the namespaces of all users begin. */
    public String root() {
        return root;
    }

    /** The record that holds its memories. */
    public Class<? extends Memory> type() {
        return type;
    }

    /** How many memories one lookup returns at most. */
    public int limit() {
        return limit;
    }

    /** How long a memory is kept after it was last stored. */
    public Duration retention() {
        return retention;
    }

    /**
     * All of one user's memories.
     *
     * @throws IllegalArgumentException if the name could not be one segment of a namespace
     */
    public Namespace namespace(String user) {
        return new Namespace(this, user, null);
    }

    /**
     * The memories of one user's session. Preferences have no sessions: theirs is the namespace of the user.
     *
     * @throws IllegalArgumentException if a name could not be one segment of a namespace
     */
    public Namespace namespace(String user, String session) {
        return new Namespace(this, user, this == USER_PREFERENCES ? null : session);
    }
}
