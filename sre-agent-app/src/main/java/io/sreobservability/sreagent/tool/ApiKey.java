package io.sreobservability.sreagent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shared secret of gateway and backends. Never printed: {@link #toString()} hides it. */
public final class ApiKey {
    /** The request header that carries the key. */
    public static final String HEADER = "X-API-Key";

    /** The environment variable that holds the key. */
    public static final String ENVIRONMENT_VARIABLE = "SRE_AGENT_API_KEY";

    private final Secret secret;

    private ApiKey(Secret secret) {
        this.secret = secret;
    }

    /**
     * A key with this text.
     *
     * @throws IllegalArgumentException if the text is empty or can't be sent in a header; the message never holds it
     */
    public static ApiKey of(String value) {
        return new ApiKey(Secret.of(value, "API key"));
    }

    /**
     * The key from {@value #ENVIRONMENT_VARIABLE}.
     *
     * @throws IllegalArgumentException with a message for the user if it is missing or malformed
     */
    public static ApiKey fromEnvironment(Map<String, String> environment) {
        String value = environment.get(ENVIRONMENT_VARIABLE);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    ENVIRONMENT_VARIABLE + " is not set: backends and gateway need the same key in it.");
        }
        return of(value);
    }

    /** The header's value. */
    public String headerValue() {
        return secret.value();
    }

    /** Whether the candidate is this key; takes the same time wherever they differ. */
    public boolean matches(@Nullable String candidate) {
        return candidate != null && secret.equalsText(candidate);
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
