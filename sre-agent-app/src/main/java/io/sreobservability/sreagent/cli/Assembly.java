package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.agent.Approver;
import io.sreobservability.sreagent.agent.Limits;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.PacedMemoryStore;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ChatModels;
import io.sreobservability.sreagent.model.provider.ModelConfigException;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.tool.GatewayAddress;
import io.sreobservability.sreagent.tool.TokenSource;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts supervisors together from their parts. Safe for use by several threads. Close it to close what it has opened. */
final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final MemoryStore memory;
    private final MemoryClient client;
    private final ChatModels models;
    private final ToolCatalog catalog;
    private final ToolClient tools;
    private final String model;

    private Assembly(MemoryStore memory, ChatModels models, ToolCatalog catalog, ToolClient tools, String model) {
        this.memory = memory;
        this.client = new MemoryClient(memory);
        this.models = models;
        this.catalog = catalog;
        this.tools = tools;
        this.model = model;
    }

    /**
     * Reads token and address of the gateway from the environment.
     *
     * @param memoryFolder where local memories are kept; not touched yet
     * @throws CliException if one is missing or malformed
     */
    static Assembly from(
            Map<String, String> environment, Path memoryFolder, ModelSettings settings, ThinkTime thinking) {
        ToolCatalog catalog = ToolCatalog.standard();
        ToolClient tools;
        ChatModels models;
        try {
            tools = new ToolClient(
                    catalog, GatewayAddress.fromEnvironment(environment), TokenSource.fromEnvironment(environment));
            models = ChatModels.open(settings, thinking, environment);
        } catch (IllegalArgumentException | ModelConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        MemoryStore memory = new PacedMemoryStore(
                MemoryStores.open(environment, memoryFolder), () -> thinking.pause(ThinkTime.MEMORY));
        String model = settings.label() + (thinking.simulated() ? ", think time simulated" : "");
        return new Assembly(memory, models, catalog, tools, model);
    }

    /** Which model is asked, and whether its think time is simulated; for people. */
    String model() {
        return model;
    }

    /**
     * Connects to the gateway and opens memory before anything is timed: neither is a part of an investigation. Whatever
     * cannot be reached, the investigation finds out again, and says so.
     */
    void connect() {
        tools.missing(List.of());
        try {
            memory.search(MemoryStrategy.INVESTIGATIONS.namespace("nobody"), "connect", 1);
        } catch (MemoryUnavailableException e) {
            LOG.debug("Memory is away", e);
        }
    }

    /**
     * A supervisor of one investigation at a time, with threads of its own; all supervisors share the rest. Its calls to the model
     * are spans of {@code openTelemetry}; all others come with the weaving.
     */
    Supervisor supervisor(Progress progress, Approver approver, OpenTelemetry openTelemetry) {
        RoleModels byRole = role -> models.forRole(role, openTelemetry);
        Specialists specialists = new Specialists(byRole, catalog, tools, progress);
        return new Supervisor(byRole, client, specialists, progress, Limits.standard(), approver);
    }

    @Override
    public void close() {
        tools.close();
        memory.close();
        models.close();
    }
}
