package io.sreobservability.sreagent.cli;

import dev.langchain4j.model.chat.ChatModel;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.PacedMemoryStore;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolEndpoints;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a supervisor together from its parts. Close it to close memory. */
final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final MemoryStore memory;
    private final RoleModels models;
    private final ToolCatalog catalog;
    private final ToolClient tools;

    private Assembly(MemoryStore memory, RoleModels models, ToolCatalog catalog, ToolClient tools) {
        this.memory = memory;
        this.models = models;
        this.catalog = catalog;
        this.tools = tools;
    }

    /**
     * Reads keys and addresses from the environment.
     *
     * @param memoryFolder where memories are kept; not touched yet
     * @throws CliException if one is missing or malformed
     */
    static Assembly from(Map<String, String> environment, Path memoryFolder, ThinkTime thinking) {
        ToolCatalog catalog = ToolCatalog.standard();
        ToolClient tools;
        try {
            tools = new ToolClient(
                    catalog, ToolEndpoints.fromEnvironment(environment), ApiKey.fromEnvironment(environment));
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        ChatModel model = new OfflineChatModel();
        MemoryStore local =
                new LocalMemoryStore(memoryFolder, Seed.standard(), new HashingEmbedder(), InstantSource.system());
        MemoryStore memory = new PacedMemoryStore(local, () -> thinking.pause(ThinkTime.MEMORY));
        return new Assembly(memory, role -> thinking.pace(model, role), catalog, tools);
    }

    /** The users who may ask: those of the seed. */
    Set<String> users() {
        return Seed.standard().users();
    }

    /**
     * Opens memory before anything is timed, so that no trace shows the loading of its driver. If it cannot be opened,
     * the investigation finds out again, and says so.
     */
    void openMemory() {
        try {
            memory.list(MemoryStrategy.USER_PREFERENCES.root());
        } catch (MemoryUnavailableException e) {
            LOG.debug("Memory is away", e);
        }
    }

    Supervisor supervisor(Progress progress) {
        Specialists specialists = new Specialists(models, catalog, tools::call, progress);
        return new Supervisor(models, new MemoryClient(memory), specialists, progress);
    }

    @Override
    public void close() {
        memory.close();
    }
}
