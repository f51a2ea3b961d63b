package io.sreobservability.sreagent.agent;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceId;
import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.model.ModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads an investigation: recalls what memory knows, plans with the model, sends the specialists, sums up, remembers. Each
 * step is a method and, by its annotation, a span. Close it to end its threads.
 */
public final class Supervisor implements AutoCloseable {
    private static final String NOT_SUMMED_UP = "Not summed up, see the findings: ";
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final RoleModels models;
    private final InvestigationMemory memory;
    private final InstantSource clock;
    private final Progress progress;
    private final Specialists specialists;
    private final Approver approver;
    private final ExecutorService threads = AgentThreads.open();
    private final InvestigationGraph graph;

    /** A supervisor that asks nobody, with the usual time limits: 120 s per specialist, 600 s in all. */
    public Supervisor(RoleModels models, MemoryClient memory, Specialists specialists, Progress progress) {
        this(models, memory, specialists, progress, Limits.standard());
    }

    /** A supervisor that asks nobody, with limits of its own. */
    public Supervisor(
            RoleModels models, MemoryClient memory, Specialists specialists, Progress progress, Limits limits) {
        this(models, memory, specialists, progress, limits, Approver.automatic("Approved automatically."));
    }

    /** A supervisor with limits of its own that asks before it carries out certain plans. */
    public Supervisor(
            RoleModels models,
            MemoryClient memory,
            Specialists specialists,
            Progress progress,
            Limits limits,
            Approver approver) {
        this.models = models;
        this.memory = new InvestigationMemory(memory);
        this.clock = memory.clock();
        this.progress = progress;
        this.specialists = specialists;
        this.approver = approver;
        this.graph = new InvestigationGraph(this, specialists, progress, limits, threads);
    }

    /** Investigates a question that no other came before. */
    public Investigation investigate(String investigationId, String userId, String sessionId, String query) {
        return investigate(investigationId, userId, sessionId, query, PreviousTurn.NONE);
    }

    /**
     * Investigates.
     *
     * @param investigationId id that joins spans, logs and report
     * @param userId whose preferences count
     * @param sessionId the conversation it belongs to
     * @param query what is asked
     * @param previous the question before in the same conversation, which this one may lean on
     * @throws InvestigationException if there is nothing to show for it: the model failed, or time is up before anything was
     *     found. Failed specialists, and a summary that is missing, are part of the result instead.
     */
    @AgentSpan("supervisor.investigate")
    @ErrorWhen(value = "failed()", type = "errorType()")
    public Investigation investigate(
            @SpanAttribute("sre.investigation_id") String investigationId,
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId,
            @SpanAttribute("sre.query") String query,
            PreviousTurn previous) {
        Instant asked = clock.instant();
        long start = System.nanoTime();
        LOG.info("Investigation started");
        InvestigationState end = run(userId, sessionId, query, previous);
        Investigation investigation = new Investigation(
                investigationId,
                userId,
                sessionId,
                query,
                asked,
                traceId(),
                end.plan(),
                end.route(),
                end.memory(),
                end.resultsInPlanOrder(),
                end.summary(),
                end.tokens(),
                end.partial(),
                Duration.ofNanos(System.nanoTime() - start));
        LOG.info("Investigation finished");
        return memory.remember(investigation);
    }

    private InvestigationState run(String userId, String sessionId, String query, PreviousTurn previous) {
        try {
            return graph.run(userId, sessionId, query, previous);
        } catch (InvestigationException e) {
            FailureWords.log(LOG.atError(), e, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** The trace of the span that {@link #investigate} is, by its annotation. A span not sampled has an id too: of nothing. */
    private static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled() ? span.getTraceId() : TraceId.getInvalid();
    }

    /**
     * Has the model plan. When it is away for a moment only, the default plan is followed: it may be back for the agents.
     *
     * @param tokens where the model's tokens are counted
     * @throws ModelException if the model will not answer any other question either
     */
    @AgentSpan("supervisor.analyze_query")
    InvestigationPlan analyzeQuery(String query, MemoryContext known, TokenMeter tokens) {
        progress.planning();
        try {
            String answer = ask("analyze", "planner", AnswerFormat.PLAN, planningRequest(query, known), tokens);
            return PlanParser.parse(answer);
        } catch (ModelException e) {
            if (!e.failure().passing()) {
                throw e;
            }
            FailureWords.log(LOG.atWarn(), e, String.valueOf(e.getMessage()));
            return PlanParser.fallback(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    /** What is known is one line, whatever is in it; the query is all that follows its own mark. */
    private static String planningRequest(String query, MemoryContext known) {
        return "Known: " + KnownFacts.of(known) + "\nQuery: " + query;
    }

    /** Recalls what earlier investigations and the user left in memory. */
    MemoryContext recall(String userId, String sessionId, String query) {
        MemoryContext recalled = memory.recall(userId, sessionId, query);
        progress.recalled(recalled);
        return recalled;
    }

    /** Asks about a plan that is not carried out unasked. Not in the span of the routing: people take their time. */
    Approval approve(InvestigationPlan plan, UserPreferences preferences) throws InterruptedException {
        boolean needed = plan.needsApproval(preferences);
        progress.planned(plan, needed);
        return needed ? approver.decide(plan) : Approval.NOT_NEEDED;
    }

    /** Turns the plan into the agents that are sent, and says who approved it and what they lack; or why nobody is sent. */
    @AgentSpan("supervisor.route_decision")
    @ResultAttribute(key = "sre.agents_selected", from = "agentsSelected()")
    @ResultAttribute(key = "sre.routing_reason", from = "reason()")
    RouteDecision route(InvestigationPlan plan, Approval approval) {
        List<AgentType> agents = approval.granted() ? plan.agents() : List.of();
        String lack = agents.isEmpty() ? "" : specialists.missingTools(agents).orElse("");
        String reason = Stream.of(plan.reasoning(), approval.reason(), lack)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        RouteDecision route = new RouteDecision(agents, reason);
        progress.routed(plan, route);
        return route;
    }

    /**
     * Sums up: severity and escalation by rule, words by the model.
     *
     * @param tokens where the model's tokens are counted
     * @param atMost how long the model may take for its words
     */
    Summary sumUp(InvestigationState state, TokenMeter tokens, Duration atMost) {
        List<SpecialistResult> results = state.resultsInPlanOrder();
        progress.aggregating(results);
        return aggregate(
                state,
                severity -> words(SummaryRequest.of(state.query(), results, state.memory(), severity), tokens, atMost));
    }

    /** The summary of what nobody has summed up: the rules' part of it, and one sentence that says why there is no more. */
    Summary withoutWords(InvestigationState state, String why) {
        return aggregate(state, severity -> NOT_SUMMED_UP + why);
    }

    /** Whoever finds the words, an escalation is on this span: its metric must not miss the worst of them. */
    @AgentSpan("supervisor.aggregate_results")
    @ResultAttribute(key = "sre.escalation_triggered", from = "escalated()")
    @ResultAttribute(key = "sre.escalation_type", from = "escalationType()")
    private Summary aggregate(InvestigationState state, Function<Severity, String> words) {
        List<SpecialistResult> results = state.resultsInPlanOrder();
        SeverityRule.Verdict verdict = SeverityRule.judge(
                results.stream().flatMap(r -> r.findings().stream()).toList());
        Escalation escalation = results.isEmpty()
                ? Escalation.ofNothing()
                : Escalation.decide(
                        verdict.severity(),
                        state.user(),
                        state.memory().preferences().escalation());
        return SummaryParser.parse(words.apply(verdict.severity()), verdict, escalation);
    }

    /** The model's words; without them the findings are worth reporting all the same. */
    private String words(String request, TokenMeter tokens, Duration atMost) {
        try {
            return new TimeLimit(threads)
                    .call(
                            new Deadline(atMost),
                            () -> ask("aggregate", "summary", AnswerFormat.SUMMARY, request, tokens));
        } catch (TimeoutException e) {
            LOG.atWarn().addKeyValue("error.type", "timeout").log("The model did not sum up in time");
            return NOT_SUMMED_UP + "the model did not answer within the " + atMost.toSeconds() + " s that were left.";
        } catch (ModelException e) {
            FailureWords.log(LOG.atWarn(), e, String.valueOf(e.getMessage()));
            return NOT_SUMMED_UP + e.getMessage();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(String role, String prompt, AnswerFormat format, String text, TokenMeter tokens) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(Prompts.load(prompt)), UserMessage.from(text))
                .responseFormat(format.toResponseFormat())
                .build();
        ChatResponse response = models.forRole(role).chat(request);
        tokens.add(response.tokenUsage());
        String answer = response.aiMessage().text();
        return answer == null ? "" : answer;
    }

    /** The graph that every investigation goes through, as a Mermaid diagram. */
    public String diagram() {
        return graph.diagram();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
