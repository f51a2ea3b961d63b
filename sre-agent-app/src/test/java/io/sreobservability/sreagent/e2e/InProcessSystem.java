package io.sreobservability.sreagent.e2e;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.GatewayServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ChatModels;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * The four backends, their gateways and the agent in one JVM, over real sockets. Each service has an SDK of its own, as in
 * processes of their own, and all keep their spans in one place.
 */
final class InProcessSystem implements AutoCloseable {
    private static final Clock INCIDENT = Clock.fixed(Instant.parse("2024-01-15T14:30:00Z"), ZoneOffset.UTC);

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics;
    private final Deque<Runnable> lastOpenedFirst = new ArrayDeque<>();
    private final OpenTelemetrySdk agent;
    private final ToolClient tools;
    private final ToolClient toolsWithoutKubernetes;
    private final boolean contentBefore = SreObservability.captureContent();

    InProcessSystem() throws IOException {
        this(InMemoryMetricReader.create());
    }

    /** A system whose runs leave metrics as CloudWatch wants them: each with its own, in exponential histograms. */
    static InProcessSystem withDeltas() throws IOException {
        return new InProcessSystem(InMemoryMetricReader.builder()
                .setAggregationTemporalitySelector(AggregationTemporalitySelector.deltaPreferred())
                .setDefaultAggregationSelector(type -> type == InstrumentType.HISTOGRAM
                        ? Aggregation.base2ExponentialBucketHistogram()
                        : Aggregation.defaultAggregation())
                .build());
    }

    private InProcessSystem(InMemoryMetricReader metrics) throws IOException {
        this.metrics = metrics;
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendConfig config = BackendConfig.standard(domain, RunningGateway.KEY)
                    .withPort(0)
                    .withClock(INCIDENT);
            BackendServer backend = BackendServer.start(config, sdk(domain.serviceName()));
            lastOpenedFirst.push(backend::close);
            addresses.put(domain, backend.uri());
        }
        tools = toolsBehindGateway(addresses);
        addresses.remove(ToolDomain.KUBERNETES);
        toolsWithoutKubernetes = toolsBehindGateway(addresses);
        agent = sdk("sre-agent");
        lastOpenedFirst.push(SreObservability.installTemporarily(agent)::close);
        SreObservability.setCaptureContent(true);
    }

    private ToolClient toolsBehindGateway(Map<ToolDomain, URI> backends) throws IOException {
        RunningGateway gateway =
                RunningGateway.before(backends, sdk(GatewayServer.SERVICE_NAME), UnaryOperator.identity());
        lastOpenedFirst.push(gateway::close);
        ToolClient client = gateway.toolClient();
        lastOpenedFirst.push(client::close);
        return client;
    }

    private OpenTelemetrySdk sdk(String service) {
        SdkMeterProviderBuilder meters = SdkMeterProvider.builder();
        if (service.equals("sre-agent")) {
            meters.registerMetricReader(metrics);
        }
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(meters.build())
                .build();
        lastOpenedFirst.push(sdk::close);
        return sdk;
    }

    /** What one investigation left. */
    record Run(List<SpanData> spans, Collection<MetricData> metrics) {}

    /**
     * Investigates without think time, from a memory that knows only what users prefer.
     *
     * @param memory a folder that does not exist yet
     */
    Run investigate(String question, String user, Path memory, boolean kubernetesIsGone) {
        spans.reset();
        ChatModels models = ChatModels.open(ModelSettings.from(Map.of(), null, null), ThinkTime.none(), Map.of());
        RoleModels byRole = role -> models.forRole(role, agent);
        try (MemoryStore store =
                        new LocalMemoryStore(memory, Seed.standard(), new HashingEmbedder(), InstantSource.system());
                Supervisor supervisor = new Supervisor(
                        byRole,
                        new MemoryClient(store),
                        new Specialists(
                                byRole,
                                ToolCatalog.standard(),
                                kubernetesIsGone ? toolsWithoutKubernetes : tools,
                                Progress.silent()),
                        Progress.silent())) {
            supervisor.investigate(InvestigationIds.next(), user, "session-1", question);
        }
        return new Run(wholeTrace(), metrics.collectAllMetrics());
    }

    /** Servers end their spans a moment after they have answered. */
    private List<SpanData> wholeTrace() {
        Awaitility.await("the servers' spans").atMost(Duration.ofMinutes(1)).until(() -> isWhole(trace()));
        return trace();
    }

    private List<SpanData> trace() {
        List<SpanData> all = spans.getFinishedSpanItems();
        String id = all.stream()
                .filter(span -> span.getName().equals("supervisor.investigate"))
                .map(SpanData::getTraceId)
                .findFirst()
                .orElse("");
        return all.stream().filter(span -> span.getTraceId().equals(id)).toList();
    }

    /** Whether every parent is there, and below every answered request the span of who answered it. */
    private static boolean isWhole(List<SpanData> trace) {
        Set<String> ids = trace.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        Set<String> parents = new HashSet<>();
        trace.stream()
                .filter(span -> span.getParentSpanContext().isValid())
                .forEach(span -> parents.add(span.getParentSpanId()));
        return !trace.isEmpty()
                && ids.containsAll(parents)
                && trace.stream()
                        .filter(span ->
                                span.getAttributes().get(AttributeKey.longKey("http.response.status_code")) != null)
                        .filter(span -> span.getKind() == SpanKind.CLIENT)
                        .allMatch(span -> parents.contains(span.getSpanId()));
    }

    @Override
    public void close() {
        SreObservability.setCaptureContent(contentBefore);
        lastOpenedFirst.forEach(Runnable::run);
    }
}
