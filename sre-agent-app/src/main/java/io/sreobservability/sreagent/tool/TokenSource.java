package io.sreobservability.sreagent.tool;

import java.nio.file.Path;
import java.util.Map;

/** Where the agent has its access token from. Those of an identity provider end after hours, and another one takes their place. */
@FunctionalInterface
public interface TokenSource {
    /** The environment variable that names a file with the token in it. */
    String FILE_VARIABLE = "GATEWAY_ACCESS_TOKEN_FILE";

    /** The token as it is now. Asked at each greeting, and when the one before was refused. */
    AccessToken read();

    /**
     * The file that {@value #FILE_VARIABLE} names, or the text in {@link AccessToken#ENVIRONMENT_VARIABLE}.
     *
     * @throws IllegalArgumentException with a message for the user if there is no usable token
     */
    static TokenSource fromEnvironment(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        if (!file.isEmpty()) {
            return new TokenFile(Path.of(file));
        }
        AccessToken token = AccessToken.fromEnvironment(environment);
        return () -> token;
    }
}
