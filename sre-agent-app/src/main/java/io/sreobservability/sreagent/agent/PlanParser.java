package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.agent.InvestigationPlan.Complexity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a model's plan; what is no valid plan becomes the default one, which says so in its reasoning. */
final class PlanParser {
    private static final String DEFAULT_TASK = "investigate the issue";
    private static final List<PlanStep> DEFAULT_STEPS = List.of(
            new PlanStep(AgentType.METRICS, DEFAULT_TASK), new PlanStep(AgentType.LOGS, "analyse and recommend"));

    private PlanParser() {}

    static InvestigationPlan parse(String text) {
        Optional<JsonNode> json = ModelJson.find(text, "agents_sequence", "memory_only");
        if (json.isEmpty()) {
            return fallback("the model's answer holds no plan");
        }
        JsonNode plan = json.get();
        List<String> tasks = texts(plan.path("steps"));
        List<String> names = texts(plan.path("agents_sequence"));
        if (names.isEmpty() && plan.path("memory_only").asBoolean()) {
            return new InvestigationPlan(
                    List.of(), Complexity.SIMPLE, true, plan.path("reasoning").asText(""));
        }
        if (names.isEmpty()) {
            return fallback("the plan names no agents");
        }
        List<PlanStep> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<AgentType> agent = AgentType.ofPlanName(names.get(i));
            if (agent.isEmpty()) {
                return fallback("the plan names an unknown agent");
            }
            String task = i < tasks.size() ? tasks.get(i) : DEFAULT_TASK;
            if (steps.stream().noneMatch(step -> step.agent() == agent.get())) {
                steps.add(new PlanStep(agent.get(), task));
            }
        }
        Complexity complexity =
                plan.path("complexity").asText("").equals("complex") ? Complexity.COMPLEX : Complexity.SIMPLE;
        boolean auto = plan.path("auto_execute").asBoolean(complexity == Complexity.SIMPLE);
        return new InvestigationPlan(
                List.copyOf(steps), complexity, auto, plan.path("reasoning").asText(""));
    }

    /** A list of texts; a single text counts as a list of its lines, without their numbers. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            node.asText()
                    .lines()
                    .map(line -> line.replaceFirst("^\\s*\\d+\\.\\s*", ""))
                    .forEach(texts::add);
        }
        node.forEach(element -> texts.add(element.asText()));
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** The plan to follow when there is none: the broad view. */
    static InvestigationPlan fallback(String why) {
        return new InvestigationPlan(
                DEFAULT_STEPS, Complexity.SIMPLE, true, "Default plan: " + why + ", so metrics and logs are asked.");
    }
}
