package io.sreobservability.sreagent.model;

import java.util.Locale;

/** Why a model did not answer, as far as somebody can do something about it. */
public enum ModelFailure {
    NO_CREDENTIALS("its credentials are missing or refused", false),
    ACCESS_DENIED("access to it is denied", false),
    MODEL_NOT_FOUND("there is no such model", false),
    QUOTA_EXCEEDED("the account's quota or credit is used up", false),
    CONTEXT_TOO_LONG("the conversation is longer than it takes", false),
    INVALID_REQUEST("it refuses the request", false),
    THROTTLED("requests are throttled", true),
    OVERLOADED("the service is overloaded", true),
    SERVICE_ERROR("the service failed", true),
    MALFORMED_ANSWER("its answer, or a tool call in it, cannot be read", true),
    TIMEOUT("it did not answer in time", true),
    NETWORK("the service cannot be reached", true);

    private final String statement;
    private final boolean passing;

    ModelFailure(String statement, boolean passing) {
        this.statement = statement;
        this.passing = passing;
    }

    /** The stable code, for {@code error.type}: {@code throttled}, say. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happened, to be read after the model's name. */
    public String statement() {
        return statement;
    }

    /** Whether the same request may succeed a moment later. */
    public boolean passing() {
        return passing;
    }
}
