package io.sreobservability.sreagent.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dashboard body as CloudWatch takes it (API reference, "Dashboard Body Structure and Syntax"). */
public final class DashboardBody {
    /** Of a link into AWS's console, which opens the region of the last visit if it names none. */
    private static final Pattern REGION_OF_LINK =
            Pattern.compile("(//console\\.aws\\.amazon\\.com/[^)\\s#]*[?&]region=)[a-z0-9-]+");

    private final ObjectNode body;

    private DashboardBody(ObjectNode body) {
        this.body = body;
    }

    /**
     * Reads and checks a dashboard file.
     *
     * @throws DeploymentException naming the file and every place that CloudWatch would refuse
     */
    public static DashboardBody read(Path file) {
        JsonNode json = JsonFile.read(file);
        List<String> problems = DashboardCheck.problems(json);
        if (!problems.isEmpty()) {
            throw new DeploymentException(file + " is not a valid dashboard:" + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", problems));
        }
        return new DashboardBody((ObjectNode) json);
    }

    /**
     * The same dashboard about another region: a widget shows, and a link opens, the region that is written in it, not the one that
     * the dashboard is stored in.
     */
    public DashboardBody inRegion(String region) {
        ObjectNode copy = body.deepCopy();
        for (JsonNode widget : copy.path("widgets")) {
            if (widget.path("properties") instanceof ObjectNode properties) {
                if (properties.has("region")) {
                    properties.put("region", region);
                }
                if (properties.path("markdown").isTextual()) {
                    Matcher links =
                            REGION_OF_LINK.matcher(properties.path("markdown").asText());
                    properties.put("markdown", links.replaceAll("$1" + Matcher.quoteReplacement(region)));
                }
            }
        }
        for (JsonNode variable : copy.path("variables")) {
            if (variable instanceof ObjectNode property
                    && property.path("property").asText().equals("region")) {
                property.put("defaultValue", region);
            }
        }
        return new DashboardBody(copy);
    }

    /** How many widgets it has. */
    public int widgets() {
        return body.path("widgets").size();
    }

    /** As sent. */
    public String json() {
        return body.toString();
    }

    /** As people read it. */
    public String prettyJson() {
        try {
            return JsonFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}
