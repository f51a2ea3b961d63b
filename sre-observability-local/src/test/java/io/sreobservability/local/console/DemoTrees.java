package io.sreobservability.local.console;

import io.sreobservability.local.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spans of the demo's scenarios as the application makes them: its tests hold each run equal to these committed trees. What
 * is anew in each run, ids and times, is made up here: agents work side by side, everything else one after the other. The metric
 * data that goes with them is that of {@link DemoMetrics}.
 */
final class DemoTrees {
    private static final Path FOLDER = Path.of("../sre-agent-app/src/test/resources/scenarios");

    /** Such as {@code  tool.x [sre-agent CLIENT ERROR] key=value, key=value}, indented by its depth. */
    private static final Pattern LINE =
            Pattern.compile("( *)(.+?) \\[(\\S+?)( SERVER| CLIENT| PRODUCER| CONSUMER)?( ERROR)?](?: (.*))?");

    private static final Pattern NEXT_ATTRIBUTE = Pattern.compile(", (?=[a-z][a-z0-9_.]*=)");
    private static final List<String> HANDED_DOWN =
            List.of("sre.investigation_id", "sre.user_id", "sre.query", "sre.agent_type");
    private static final List<String> KINDS = List.of("", "", " SERVER", " CLIENT", " PRODUCER", " CONSUMER");

    private final Spans spans;
    private final DemoMetrics metrics = new DemoMetrics();
    private final long start;
    private final String slowService;
    private int sent;

    private DemoTrees(String traceId, long start, String slowService) {
        this.spans = new Spans(traceId, start);
        this.start = start;
        this.slowService = slowService;
    }

    /**
     * Sends one run of a scenario, such as {@code scenario-2-alice}.
     *
     * @param slowService takes two seconds for each answer; everybody else is quick
     * @return how many spans it has
     */
    static int send(Http http, String scenario, String traceId, long start, String slowService) throws IOException {
        DemoTrees trees = new DemoTrees(traceId, start, slowService);
        String investigation = "investigation_" + traceId.substring(16);
        trees.add("", read(FOLDER.resolve(scenario + ".txt")), 0, Map.of("sre.investigation_id", investigation));
        trees.spans.send(http);
        trees.metrics.send(new Deployment(http));
        return trees.sent;
    }

    private record Line(
            String name, String service, int kind, boolean failed, Map<String, String> attributes, List<Line> below) {
        boolean isAgent() {
            return name.startsWith("agent.");
        }
    }

    private static Line read(Path tree) throws IOException {
        List<Line> way = new ArrayList<>();
        for (String text : Files.readAllLines(tree)) {
            Matcher found = LINE.matcher(text);
            if (!found.matches()) {
                throw new IllegalStateException(tree + " has a line that is no span: " + text);
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            if (found.group(6) != null) {
                for (String attribute : NEXT_ATTRIBUTE.split(found.group(6), -1)) {
                    String[] pair = attribute.split("=", 2);
                    attributes.put(pair[0], pair[1]);
                }
            }
            String kind = found.group(4) == null ? "" : found.group(4);
            Line line = new Line(
                    found.group(2),
                    found.group(3),
                    Math.max(1, KINDS.indexOf(kind)),
                    found.group(5) != null,
                    attributes,
                    new ArrayList<>());
            int depth = found.group(1).length() / 2;
            way.subList(depth, way.size()).clear();
            if (depth > 0) {
                way.get(depth - 1).below.add(line);
            }
            way.add(line);
        }
        return way.get(0);
    }

    /** Adds a span and those below it; returns when it ends. */
    private double add(String parent, Line line, double from, Map<String, String> above) {
        Map<String, String> attributes = new LinkedHashMap<>(above);
        if (!line.service.equals("sre-agent")) {
            attributes.clear(); // Nothing is handed down to other processes.
        }
        attributes.putAll(line.attributes);
        String id = spans.reserve();
        sent++;
        double end = below(id, line, from, handedDown(attributes));
        List<Object> all = new ArrayList<>();
        attributes.forEach((key, value) -> {
            if (!key.equals("error.type")) {
                all.addAll(List.of(key, value));
            }
        });
        spans.add(id, parent, line.name, line.service, line.kind, from, end, error(line), all.toArray());
        metrics.add(line.name, attributes, line.failed, Math.round((start + end) / 1_000), end - from);
        return end;
    }

    private double below(String id, Line line, double from, Map<String, String> handedDown) {
        double next = from + 1;
        double last = next + (line.below.isEmpty() ? duration(line) : 0);
        for (int i = 0; i < line.below.size(); i++) {
            Line child = line.below.get(i);
            double end = add(id, child, next, handedDown);
            last = Math.max(last, end);
            boolean besideNext = child.isAgent()
                    && i + 1 < line.below.size()
                    && line.below.get(i + 1).isAgent();
            next = besideNext ? next : last;
        }
        return last + 1;
    }

    private double duration(Line line) {
        return line.service.equals(slowService) ? 2_000 : line.name.startsWith("chat ") ? 50 : 10;
    }

    private static String error(Line line) {
        return line.failed ? line.attributes.getOrDefault("error.type", "unknown") : "";
    }

    private static Map<String, String> handedDown(Map<String, String> attributes) {
        Map<String, String> kept = new LinkedHashMap<>(attributes);
        kept.keySet().retainAll(HANDED_DOWN);
        return kept;
    }
}
