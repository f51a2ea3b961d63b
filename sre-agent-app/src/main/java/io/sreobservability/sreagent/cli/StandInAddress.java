package io.sreobservability.sreagent.cli;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the local stand-in is: as an option says, else the environment, else at its usual place. */
final class StandInAddress {
    static final String VARIABLE = "SRE_OBSERVABILITY_LOCAL_ENDPOINT";

    private StandInAddress() {}

    /**
     * The address.
     *
     * @throws CliException if the environment's is none
     */
    static URI of(@Nullable URI option, Map<String, String> environment) {
        String variable = environment.getOrDefault(VARIABLE, "").strip();
        try {
            return option != null ? option : URI.create(variable.isEmpty() ? "http://127.0.0.1:4318" : variable);
        } catch (IllegalArgumentException e) {
            throw new CliException(
                    CliException.USAGE, VARIABLE + " is no address: it should look like http://127.0.0.1:4318");
        }
    }
}
