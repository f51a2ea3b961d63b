package io.sreobservability.sreagent.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The environment variables of everything that the demo starts: those of the caller, without what would redirect or silence
 * it, and with keys that are made anew each time.
 */
public final class DemoEnvironment {
    private static final String SDK_PREFIX = "OTEL_";
    private static final List<String> PREFIXES = List.of(SDK_PREFIX, "SRE_", "CLOUDWATCH_");
    private static final List<String> NAMES =
            List.of("AWS_REGION", "LLM_PROVIDER", "USER_ID", "GATEWAY_ACCESS_TOKEN", "GATEWAY_ACCESS_TOKEN_FILE");

    private DemoEnvironment() {}

    /**
     * The variables.
     *
     * @param callers the environment the demo was called in
     * @param standIn where all telemetry goes
     * @param random for the keys; hard to guess
     */
    public static Map<String, String> of(Map<String, String> callers, URI standIn, Random random) {
        Map<String, String> variables = new HashMap<>(callers);
        variables
                .keySet()
                .removeIf(name -> NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith));
        variables.put("SRE_AGENT_API_KEY", key(random));
        variables.put("GATEWAY_ACCESS_TOKEN", key(random));
        variables.put("SRE_OBSERVABILITY_MODE", "local");
        variables.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", standIn.toString());
        // Traces explain themselves with content; the library's own default is off.
        variables.put("SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");
        return variables;
    }

    /**
     * The caller's variables that the demo cannot leave out: the OpenTelemetry SDK reads them from the process, and the demo's own
     * agent would send its traces elsewhere or nowhere.
     */
    public static List<String> inTheWay(Map<String, String> callers) {
        return callers.keySet().stream()
                .filter(name -> name.startsWith(SDK_PREFIX)
                        && !String.valueOf(callers.get(name)).isEmpty())
                .sorted()
                .toList();
    }

    private static String key(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
