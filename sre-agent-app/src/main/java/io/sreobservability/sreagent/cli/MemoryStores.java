package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.memory.MemoryConfigException;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.agentcore.AgentCoreMemoryStore;
import io.sreobservability.sreagent.memory.agentcore.AgentCoreSettings;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Where memories are kept: in a folder of this machine, unless the environment names AgentCore. */
final class MemoryStores {
    private static final String CHOICE = "SRE_AGENT_MEMORY";

    private MemoryStores() {}

    /**
     * The store that the environment names; it is not asked yet.
     *
     * @param folder where a local one is
     * @throws CliException if a setting is missing or wrong
     */
    static MemoryStore open(Map<String, String> environment, Path folder) {
        return isAgentCore(environment)
                ? agentCore(environment)
                : new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), InstantSource.system());
    }

    /**
     * The store of AgentCore; it is not asked yet.
     *
     * @throws CliException if the environment names another, or a setting is missing or wrong
     */
    static MemoryStore agentCore(Map<String, String> environment) {
        if (!isAgentCore(environment)) {
            throw new CliException(
                    CliException.ENVIRONMENT, CHOICE + " is not agentcore: a local memory needs no seed.");
        }
        try {
            return new AgentCoreMemoryStore(AgentCoreSettings.from(environment), InstantSource.system());
        } catch (MemoryConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isAgentCore(Map<String, String> environment) {
        return switch (environment.getOrDefault(CHOICE, "").strip()) {
            case "", "local" -> false;
            case "agentcore" -> true;
            default -> throw new CliException(CliException.ENVIRONMENT, CHOICE + " must be local or agentcore.");
        };
    }
}
