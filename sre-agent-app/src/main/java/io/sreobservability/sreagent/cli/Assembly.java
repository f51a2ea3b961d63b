package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.PacedMemoryStore;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ChatModels;
import io.sreobservability.sreagent.model.provider.ModelConfigException;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.GatewayAddress;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import java.util.Map;
import java.util.Set;

/** Puts a supervisor together from its parts. */
final class Assembly {
    private final MemoryClient memory;
    private final ChatModels models;
    private final ToolCatalog catalog;
    private final ToolClient tools;

    private Assembly(MemoryClient memory, ChatModels models, ToolCatalog catalog, ToolClient tools) {
        this.memory = memory;
        this.models = models;
        this.catalog = catalog;
        this.tools = tools;
    }

    /**
     * Reads token and address of the gateway from the environment.
     *
     * @throws CliException if one is missing or malformed
     */
    static Assembly from(Map<String, String> environment, ModelSettings settings, ThinkTime thinking) {
        ToolCatalog catalog = ToolCatalog.standard();
        ToolClient tools;
        ChatModels models;
        try {
            tools = new ToolClient(
                    catalog, GatewayAddress.fromEnvironment(environment), AccessToken.fromEnvironment(environment));
            models = ChatModels.open(settings, thinking, environment);
        } catch (IllegalArgumentException | ModelConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        MemoryClient memory =
                new MemoryClient(new PacedMemoryStore(SeedMemoryStore.load(), () -> thinking.pause(ThinkTime.MEMORY)));
        return new Assembly(memory, models, catalog, tools);
    }

    /** The users whose preferences are known. */
    Set<String> users() {
        return memory.users();
    }

    /** The tools, to be connected before the clock runs and closed at the end. */
    ToolClient tools() {
        return tools;
    }

    /** A supervisor whose calls to the model are spans of {@code openTelemetry}; all others come with the weaving. */
    Supervisor supervisor(Progress progress, OpenTelemetry openTelemetry) {
        RoleModels byRole = role -> models.forRole(role, openTelemetry);
        return new Supervisor(byRole, memory, new Specialists(byRole, catalog, tools, progress), progress);
    }
}
