package io.sreobservability.sreagent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent shows to the gateway: a bearer token (RFC 6750). Our gateway knows one; that of AWS takes those of an
 * identity provider. Never printed: {@link #toString()} hides it.
 */
public final class AccessToken {
    /** The request header that carries the token. */
    public static final String HEADER = "Authorization";

    /** The environment variable that holds the token. */
    public static final String ENVIRONMENT_VARIABLE = "GATEWAY_ACCESS_TOKEN";

    private static final String SCHEME = "Bearer ";

    private final Secret secret;

    private AccessToken(Secret secret) {
        this.secret = secret;
    }

    /**
     * A token with this text.
     *
     * @throws IllegalArgumentException if the text is empty or can't be sent in a header; the message never holds it
     */
    public static AccessToken of(String value) {
        return new AccessToken(Secret.of(value, "access token"));
    }

    /**
     * The token from {@value #ENVIRONMENT_VARIABLE}.
     *
     * @throws IllegalArgumentException with a message for the user if it is missing or malformed
     */
    public static AccessToken fromEnvironment(Map<String, String> environment) {
        String value = environment.get(ENVIRONMENT_VARIABLE);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    ENVIRONMENT_VARIABLE + " is not set: gateway and agent need the same token in it.");
        }
        return of(value);
    }

    /** The header's value. */
    public String headerValue() {
        return SCHEME + secret.value();
    }

    /** Whether a header's value carries this token. The scheme may be in any case (RFC 9110, 11.1). */
    public boolean isIn(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && secret.equalsText(header.substring(SCHEME.length()).strip());
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
