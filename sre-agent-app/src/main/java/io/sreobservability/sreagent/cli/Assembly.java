package io.sreobservability.sreagent.cli;

import dev.langchain4j.model.chat.ChatModel;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.PacedMemoryStore;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.GatewayAddress;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import java.util.Map;
import java.util.Set;

/** Puts a supervisor together from its parts. */
final class Assembly {
    private final MemoryClient memory;
    private final RoleModels models;
    private final ToolCatalog catalog;
    private final ToolClient tools;

    private Assembly(MemoryClient memory, RoleModels models, ToolCatalog catalog, ToolClient tools) {
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
    static Assembly from(Map<String, String> environment, ThinkTime thinking) {
        ToolCatalog catalog = ToolCatalog.standard();
        ToolClient tools;
        try {
            tools = new ToolClient(
                    catalog, GatewayAddress.fromEnvironment(environment), AccessToken.fromEnvironment(environment));
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        ChatModel model = new OfflineChatModel();
        MemoryClient memory =
                new MemoryClient(new PacedMemoryStore(SeedMemoryStore.load(), () -> thinking.pause(ThinkTime.MEMORY)));
        return new Assembly(memory, role -> thinking.pace(model, role), catalog, tools);
    }

    /** The users whose preferences are known. */
    Set<String> users() {
        return memory.users();
    }

    /** The tools, to be connected before the clock runs and closed at the end. */
    ToolClient tools() {
        return tools;
    }

    Supervisor supervisor(Progress progress) {
        return new Supervisor(models, memory, new Specialists(models, catalog, tools, progress), progress);
    }
}
