package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;

/**
 * One investigation of nothing before the real one, so that the trace shows work and not the loading of a thousand
 * classes (about 0.6 s for the graph alone). It calls no tool and no network, and runs before telemetry starts, so it
 * leaves no spans and no numbers. The caller silences the log.
 */
final class WarmUp {
    private static final String ROWS = """
            {"metrics": [
              {"timestamp": "2026-01-01T00:00:00Z", "service": "a", "endpoint": "/", "response_time_ms": 1},
              {"timestamp": "2026-01-01T00:01:00Z", "service": "a", "endpoint": "/", "response_time_ms": 9}],
             "logs": [{"level": "ERROR", "service": "a", "message": "b not found"}],
             "pods": [{"name": "a-1", "status": "Failed"}]}""";

    private WarmUp() {}

    static void run() {
        OfflineChatModel model = new OfflineChatModel();
        Specialists specialists = new Specialists(
                role -> model,
                ToolCatalog.standard(),
                (tool, arguments) -> ToolResult.success(tool, ROWS),
                Progress.silent());
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());
        try (Supervisor supervisor = new Supervisor(role -> model, memory, specialists, Progress.silent())) {
            for (String user : Seed.standard().users()) {
                supervisor.investigate("investigation_0", user, "warm-up", "slow response times");
            }
        }
    }
}
