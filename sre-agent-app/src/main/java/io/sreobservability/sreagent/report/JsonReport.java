package io.sreobservability.sreagent.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Summary;
import java.util.Locale;

/** An investigation as one JSON document, for programs: what {@link MarkdownReport} says for people, and the report itself. */
public final class JsonReport {
    private final Investigation investigation;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private JsonReport(Investigation investigation) {
        this.investigation = investigation;
    }

    /** The document; a caller may add to it. */
    public static ObjectNode of(Investigation investigation) {
        return new JsonReport(investigation).write();
    }

    /** What there is to say of an investigation that ended with nothing to show. */
    public static ObjectNode ofBrokenOff(String id, String query, String why) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("investigation_id", id)
                .put("query", query)
                .put("failed", true)
                .put("error", why);
    }

    private ObjectNode write() {
        json.put("investigation_id", investigation.id())
                .put("trace_id", investigation.traceId())
                .put("user_id", investigation.userId())
                .put("session_id", investigation.sessionId())
                .put("query", investigation.query())
                .put("failed", investigation.failed())
                .put("error", investigation.failed() ? investigation.failure() : null)
                .put("partial", investigation.partial())
                .put("tokens", investigation.tokens().total())
                .put("duration_ms", investigation.duration().toMillis());
        plan();
        if (!investigation.failed()) {
            summary(investigation.summary());
        }
        ArrayNode agents = json.putArray("agents");
        investigation.results().forEach(result -> agent(agents.addObject(), result));
        investigation.notFound().forEach(json.putArray("not_found")::add);
        json.put("memory_gap", investigation.memory().gap());
        if (!investigation.failed()) {
            json.put("report", MarkdownReport.of(investigation));
        }
        return json;
    }

    private void plan() {
        ObjectNode plan = json.putObject("plan")
                .put("complexity", investigation.plan().complexity().name().toLowerCase(Locale.ROOT))
                .put("auto_execute", investigation.plan().autoExecute())
                .put("routing_reason", investigation.route().reason());
        ArrayNode steps = plan.putArray("steps");
        for (PlanStep step : investigation.plan().steps()) {
            steps.addObject().put("agent", step.agent().id()).put("task", step.task());
        }
    }

    private void summary(Summary summary) {
        ObjectNode node = json.putObject("summary")
                .put("answer", summary.answer())
                .put("root_cause", summary.rootCause())
                .put("impact", summary.impact())
                .put("severity", summary.severity().title())
                .put("severity_reason", summary.severityReason())
                .put("escalation_type", summary.escalationType())
                .put("escalation_reason", summary.escalation().reason());
        summary.nextSteps().forEach(node.putArray("next_steps")::add);
    }

    private static void agent(ObjectNode node, SpecialistResult result) {
        node.put("agent", result.agent().id())
                .put("error_type", result.errorType())
                .put("tools_invoked", result.toolsInvoked())
                .put("tokens", result.tokens().total())
                .put("duration_ms", result.duration().toMillis());
        ArrayNode findings = node.putArray("findings");
        result.findings()
                .forEach(finding -> findings.addObject()
                        .put("text", finding.text())
                        .put("tool", finding.tool())
                        .put("problem", finding.problem()));
        result.gaps().forEach(node.putArray("gaps")::add);
    }
}
