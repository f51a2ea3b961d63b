package io.sreobservability.sreagent.backend.endpoint;

import static io.sreobservability.sreagent.backend.data.DataFile.ESCALATION;
import static io.sreobservability.sreagent.backend.data.DataFile.GUIDES;
import static io.sreobservability.sreagent.backend.data.DataFile.PLAYBOOKS;
import static io.sreobservability.sreagent.backend.data.DataFile.RESOLUTIONS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Snapshot;
import java.util.Map;

/** Playbooks, guides, escalation and known fixes. */
final class RunbooksEndpoints {
    private RunbooksEndpoints() {}

    static Map<String, Endpoint> byTool() {
        return Map.of(
                "search_runbooks", RunbooksEndpoints::search,
                "get_incident_playbook", RunbooksEndpoints::playbook,
                "get_troubleshooting_guide", RunbooksEndpoints::guides,
                "get_escalation_procedures", RunbooksEndpoints::escalation,
                "get_common_resolutions", RunbooksEndpoints::resolutions);
    }

    private static ObjectNode search(Arguments arguments, Snapshot data) {
        return data.rows(PLAYBOOKS)
                .where("incident_type", arguments.text("incident_type"))
                .where("severity", arguments.text("severity"))
                .where(Words.allIn(arguments.text("keyword"), "title", "description", "steps"))
                .under("runbooks");
    }

    private static ObjectNode playbook(Arguments arguments, Snapshot data) throws EntityNotFoundException {
        String id = arguments.requiredText("playbook_id");
        JsonNode playbook = data.rows(PLAYBOOKS).where("id", id).stream()
                .findFirst()
                .orElseThrow(() -> new EntityNotFoundException("Playbook not found"));
        return playbook.deepCopy();
    }

    private static ObjectNode guides(Arguments arguments, Snapshot data) {
        return data.rows(GUIDES)
                .where("category", arguments.text("category"))
                .where(Words.allIn(arguments.text("issue_type"), "title", "id"))
                .under("guides");
    }

    private static ObjectNode escalation(Arguments arguments, Snapshot data) {
        return data.rows(ESCALATION)
                .where("severity", arguments.text("severity"))
                .where(Words.allIn(arguments.text("incident_type"), "title", "triggers"))
                .under("escalation_procedures");
    }

    private static ObjectNode resolutions(Arguments arguments, Snapshot data) {
        String service = arguments.text("service");
        return data.rows(RESOLUTIONS)
                .where(Words.allIn(arguments.requiredText("issue"), "issue", "id", "symptoms"))
                .where(resolution -> service == null || appliesTo(resolution, service))
                .under("resolutions");
    }

    private static boolean appliesTo(JsonNode resolution, String service) {
        for (JsonNode known : resolution.path("services")) {
            if (known.asText().equals(service)) {
                return true;
            }
        }
        return false;
    }
}
