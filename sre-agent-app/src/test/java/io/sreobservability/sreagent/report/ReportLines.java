package io.sreobservability.sreagent.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.report.IncidentBench.Outcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a report after its header, each with the source that it names. */
final class ReportLines {
    static final String MEMORY = "memory";

    private static final Pattern SOURCE = Pattern.compile("\\[([a-z_]+)]\\)?$");
    private static final Pattern TOOL_HEADING = Pattern.compile("### ([a-z]+(?:_[a-z]+)+)");
    private static final Pattern LIST_MARK = Pattern.compile("^ *(?:[-…]|\\d+\\.) ");

    private final List<Line> lines;

    private ReportLines(List<Line> lines) {
        this.lines = lines;
    }

    /** A line without marks, and the tool or memory it says it comes from; empty if it names none. */
    private record Line(String text, String source) {}

    static ReportLines of(String report) {
        List<Line> lines = new ArrayList<>();
        String heading = "";
        for (String line : report.substring(report.indexOf("\n## ")).lines().toList()) {
            Matcher tool = TOOL_HEADING.matcher(line);
            Matcher source = SOURCE.matcher(line);
            if (line.startsWith("#")) {
                heading = tool.matches() ? tool.group(1) : "";
            } else if (!line.isBlank()) {
                String named = source.find() ? source.group(1) : heading;
                lines.add(new Line(
                        SOURCE.matcher(LIST_MARK.matcher(line).replaceFirst("")).replaceFirst(""), named));
            }
        }
        return new ReportLines(lines);
    }

    /** The lines that name this source. */
    List<String> from(String source) {
        return lines.stream()
                .filter(line -> line.source().equals(source))
                .map(Line::text)
                .toList();
    }

    /**
     * What these lines say that their sources do not: the tool they name, memory, or, for those that name none, all that
     * was known.
     */
    List<String> inventedBeside(Outcome outcome, List<StoredMemory> known) {
        ZoneId zone = outcome.investigation().preferences().style().timezone();
        List<String> memory = known.stream().map(StoredMemory::content).toList();
        List<String> all = new ArrayList<>(memory);
        all.addAll(outcome.answers().values());
        // "API gateway" is api-gateway, too.
        String query = outcome.investigation().query().toLowerCase(Locale.ROOT);
        all.add(JsonNodeFactory.instance
                .arrayNode()
                .add(query)
                .add(query.replace(' ', '-'))
                .toString());
        List<String> invented = new ArrayList<>();
        for (Line line : lines) {
            List<String> sources = line.source().isEmpty()
                    ? all
                    : line.source().equals(MEMORY) ? memory : answer(outcome.answers(), line.source());
            facts(zone, sources).inventedIn(line.text()).forEach(what -> invented.add(what + " in: " + line.text()));
        }
        return invented;
    }

    private static List<String> answer(Map<String, String> answers, String tool) {
        return answers.containsKey(tool) ? List.of(answers.get(tool)) : List.of();
    }

    private static AnswerFacts facts(ZoneId zone, List<String> sources) {
        try {
            return AnswerFacts.of(zone, sources);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
