package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;

/** A supervisor that needs nothing around it: the offline model, one answer for all tools, the seed as memory. */
final class Rehearsal {
    private static final String ROWS = """
            {"metrics": [
              {"timestamp": "2026-01-01T00:00:00Z", "service": "a", "endpoint": "/", "response_time_ms": 1},
              {"timestamp": "2026-01-01T00:01:00Z", "service": "a", "endpoint": "/", "response_time_ms": 9}],
             "logs": [{"level": "ERROR", "service": "a", "message": "b not found"}],
             "pods": [{"name": "a-1", "status": "Failed"}]}""";

    private Rehearsal() {}

    static Supervisor supervisor() {
        OfflineChatModel model = new OfflineChatModel();
        Specialists specialists = new Specialists(
                role -> model,
                ToolCatalog.standard(),
                (tool, arguments) -> ToolResult.success(tool, ROWS),
                Progress.silent());
        return new Supervisor(role -> model, new MemoryClient(SeedMemoryStore.load()), specialists, Progress.silent());
    }
}
