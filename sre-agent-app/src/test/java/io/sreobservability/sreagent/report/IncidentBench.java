package io.sreobservability.sreagent.report;

import dev.langchain4j.model.chat.ChatModel;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The four backends behind their gateway, with a clock that stands at the end of the incident, and investigations of it. */
final class IncidentBench implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-15T14:30:00Z"), ZoneOffset.UTC);

    private final ToolCatalog catalog = ToolCatalog.standard();
    private final List<BackendServer> backends = new ArrayList<>();
    private final RunningGateway gateway;
    private final ToolClient client;

    /** What came of an investigation, and what its tools answered, by tool. */
    record Outcome(Investigation investigation, Map<String, String> answers) {

        String report() {
            return MarkdownReport.of(investigation);
        }
    }

    IncidentBench() throws IOException {
        Map<ToolDomain, URI> places = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY)
                            .withPort(0)
                            .withClock(CLOCK),
                    OpenTelemetry.noop());
            backends.add(backend);
            places.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(places);
        client = gateway.toolClient();
    }

    Outcome investigate(String user, String query, MemoryStore memory) {
        return investigate(user, query, memory, UnaryOperator.identity());
    }

    /** One investigation whose answers are changed on their way to the agents. */
    Outcome investigate(String user, String query, MemoryStore memory, UnaryOperator<String> change) {
        return investigate(user, query, memory, change, (model, role) -> model);
    }

    /** One investigation in which each role uses a model made of the offline one. */
    Outcome investigate(
            String user, String query, MemoryStore memory, BiFunction<ChatModel, String, ChatModel> modelOfRole) {
        return investigate(user, query, memory, UnaryOperator.identity(), modelOfRole);
    }

    private Outcome investigate(
            String user,
            String query,
            MemoryStore memory,
            UnaryOperator<String> change,
            BiFunction<ChatModel, String, ChatModel> modelOfRole) {
        OfflineChatModel offline = new OfflineChatModel();
        RoleModels models = role -> modelOfRole.apply(offline, role);
        Map<String, String> answers = new ConcurrentHashMap<>();
        Specialists specialists = new Specialists(
                models,
                catalog,
                (tool, arguments) -> {
                    ToolResult real = client.call(tool, arguments);
                    if (real.isError()) {
                        return real;
                    }
                    ToolResult result = ToolResult.success(tool, change.apply(real.content()));
                    answers.put(tool, result.content());
                    return result;
                },
                Progress.silent());
        try (Supervisor supervisor =
                new Supervisor(models, new MemoryClient(memory, CLOCK), specialists, Progress.silent())) {
            return new Outcome(supervisor.investigate("investigation_1", user, "session-1", query), answers);
        }
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
        backends.forEach(BackendServer::close);
    }
}
