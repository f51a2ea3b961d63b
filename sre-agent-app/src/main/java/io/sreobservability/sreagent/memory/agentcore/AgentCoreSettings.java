package io.sreobservability.sreagent.memory.agentcore;

import io.sreobservability.sreagent.memory.MemoryConfigException;
import io.sreobservability.sreagent.remote.AwsAccess;
import io.sreobservability.sreagent.remote.ServiceAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which memory is used, where, and how patiently. Holds no secret.
 *
 * @param memoryId the id that AgentCore gave it
 * @param aws the way there
 * @param timeout how long one operation may take, with all its attempts
 * @param attempts how often it is tried in all when its failure may pass
 */
public record AgentCoreSettings(String memoryId, AwsAccess aws, Duration timeout, int attempts) {
    private static final String ID = "SRE_AGENT_MEMORY_ID";
    private static final String ENDPOINT = "SRE_AGENT_MEMORY_ENDPOINT";
    private static final String REGION = "AWS_REGION";

    /** A name, and ten characters that AgentCore adds: who gives the name alone is told so here, not by a refused call. */
    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}-[A-Za-z0-9]{10}");

    /** An investigation waits for memory three times before its agents start. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 3;

    /**
     * The settings from the environment.
     *
     * @throws MemoryConfigException if one is missing or wrong
     */
    public static AgentCoreSettings from(Map<String, String> environment) {
        String id = value(environment, ID);
        if (!ID_FORM.matcher(id).matches()) {
            throw wrong(ID, "the id of an AgentCore memory, such as sre_agent_memory-AbCdEf1234");
        }
        String region = value(environment, REGION);
        if (!region.isEmpty() && !AwsAccess.isRegion(region)) {
            throw wrong(REGION, "a region such as us-east-1");
        }
        AwsAccess aws = new AwsAccess(region.isEmpty() ? "us-east-1" : region, endpoint(environment));
        return new AgentCoreSettings(id, aws, TIMEOUT, ATTEMPTS);
    }

    private static @Nullable URI endpoint(Map<String, String> environment) {
        String text = value(environment, ENDPOINT);
        try {
            return text.isEmpty() ? null : ServiceAddress.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(ENDPOINT, ServiceAddress.RULE);
        }
    }

    private static String value(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").strip();
    }

    /** The value itself stays out: somebody may have put a key into the wrong variable. */
    private static MemoryConfigException wrong(String setting, String rule) {
        return new MemoryConfigException(setting + " must be " + rule + ".");
    }
}
