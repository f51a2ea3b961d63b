package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.Escalation;
import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Finding.Measure;
import io.sreobservability.sreagent.agent.Finding.MeasureType;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationPlan;
import io.sreobservability.sreagent.agent.MemoryContext;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.agent.RouteDecision;
import io.sreobservability.sreagent.agent.Severity;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Summary;
import io.sreobservability.sreagent.agent.TokenCount;
import io.sreobservability.sreagent.agent.UserPreferences;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.memory.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A report is read by a Markdown parser that knows nothing of it: whatever others wrote, wherever it stands, is text, and the
 * report has the structure that it has with harmless words.
 */
class ReportSafetyPropertyTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** One writing for everything in a report that is not ours. */
    private record Writer(String words) {
        Investigation investigation() {
            UserPreference escalation = preference(
                    PreferenceType.ESCALATION,
                    Map.of("primary_contact", words, "secondary_contact", words, "escalation_delay_minutes", words));
            UserPreference notification =
                    preference(PreferenceType.NOTIFICATION, Map.of("channels", List.of(words, words)));
            UserPreference workflow = preference(
                    PreferenceType.WORKFLOW,
                    Map.of("investigation_style", "detailed", "require_business_impact_analysis", "true"));
            MemoryContext memory = new MemoryContext(
                    new UserPreferences(List.of(escalation, notification, workflow)),
                    List.of(),
                    List.of(new InvestigationSummary(
                            "1",
                            words,
                            List.of(),
                            List.of(),
                            ResolutionStatus.ONGOING,
                            List.of(),
                            words,
                            Instant.EPOCH)),
                    words,
                    new Wishes(List.of(words), List.of(words)));
            return new Investigation(
                    "investigation_4f1c2a9be07d3385",
                    words,
                    "s",
                    words,
                    Instant.EPOCH,
                    "0".repeat(32),
                    new InvestigationPlan(
                            List.of(new PlanStep(AgentType.METRICS, words)),
                            InvestigationPlan.Complexity.SIMPLE,
                            true,
                            words),
                    new RouteDecision(List.of(AgentType.METRICS), words),
                    memory,
                    List.of(result(AgentType.METRICS), result(AgentType.LOGS)),
                    new Summary(
                            "",
                            words,
                            List.of(words, words),
                            words,
                            Severity.HIGH,
                            words,
                            List.of(words, words),
                            List.of(words, words),
                            new Escalation("severity_threshold", words)),
                    new TokenCount(1, 1),
                    false,
                    Duration.ZERO);
        }

        private SpecialistResult result(AgentType agent) {
            List<Finding> findings = Stream.generate(() -> new Finding(
                            Finding.Kind.TREND,
                            words,
                            words,
                            words,
                            true,
                            false,
                            true,
                            0.5,
                            new Measure(MeasureType.RESPONSE_TIME, words, 1, 2, words),
                            List.of()))
                    .limit(8)
                    .toList();
            return new SpecialistResult(
                    agent,
                    findings,
                    List.of(words),
                    List.of(words, words),
                    5,
                    5,
                    new TokenCount(1, 1),
                    null,
                    Duration.ZERO);
        }

        private static UserPreference preference(PreferenceType type, Map<String, Object> values) {
            return new UserPreference("Alice", type, values, "", Instant.EPOCH);
        }

        /** As many lines of a word that means nothing in Markdown. */
        Writer harmless() {
            return new Writer(
                    words.lines().map(line -> line.isBlank() ? "" : "x").collect(Collectors.joining("\n")));
        }
    }

    @Property(tries = 150)
    void nothingThatOthersWroteIsMoreThanText(@ForAll("writings") String words) {
        Writer writer = new Writer(words);

        Node report = PARSER.parse(MarkdownReport.of(writer.investigation()));

        assertThat(structure(report))
                .isEqualTo(structure(
                        PARSER.parse(MarkdownReport.of(writer.harmless().investigation()))))
                .doesNotContain(Link.class.getSimpleName(), Image.class.getSimpleName(), "Html", "Code", "Table");
    }

    @Property(tries = 150)
    void whatOthersWroteIsReadAsTheyWroteIt(@ForAll("writings") String words) {
        Investigation investigation = new Writer(words).investigation();

        String read = text(PARSER.parse(MarkdownReport.of(investigation)));

        assertThat(read).contains("Query: " + words.replaceAll("[\\r\\n]+", " ").strip() + "\n");
    }

    @Example
    void namesPathsAndNumbersStayReadableForWhoeverSeesTheSource() {
        for (String plain : List.of(
                "tool get_pod_status on database-pod-7b9c4d8f2a-x5m1q",
                "/var/lib/postgresql/data: 5 * 3 < 20 & rising, 75 % | 150 ms",
                "#alice-alerts",
                "http://127.0.0.1:8011/pods/status can't be reached",
                "2.5 M products")) {
            assertThat(Markdown.text(plain)).isEqualTo(plain);
        }
        assertThat(Markdown.text("describe pod <name> `now`")).isEqualTo("describe pod \\<name> \\`now\\`");
    }

    @Provide
    Arbitrary<String> writings() {
        Arbitrary<String> pieces = Arbitraries.of(
                "![](http://evil.test/x)",
                "<img src=x onerror=y>",
                "[a](http://evil.test)",
                "[a]: http://evil.test",
                "<http://evil.test>",
                "<!-- ",
                "<script>",
                "&lt;b&gt;",
                "&#91;",
                "`",
                "```",
                "*",
                "**",
                "_",
                "__",
                "~~",
                "#",
                "# ",
                "> ",
                "- ",
                "+ ",
                "1. ",
                "1) ",
                "---",
                "===",
                "***",
                "|",
                "| a | b |\n|---|---|\n",
                "\\",
                "[",
                "]",
                "(",
                ")",
                "!",
                "    ",
                "\n",
                "\n\n",
                "word",
                "7",
                "é",
                ".",
                "\"",
                " ");
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(list -> String.join("", list))
                .filter(words -> !words.isBlank());
    }

    /** The kinds of all nodes, nested as they are; neighbouring texts are one. */
    private static String structure(Node node) {
        if (node instanceof Text) {
            return "";
        }
        StringBuilder inside = new StringBuilder(node.getClass().getSimpleName()).append('(');
        for (Node child : children(node)) {
            inside.append(structure(child));
        }
        return inside.append(')').toString();
    }

    private static String text(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        String inside =
                children(node).stream().map(ReportSafetyPropertyTest::text).collect(Collectors.joining());
        return node instanceof org.commonmark.node.Block ? inside + "\n" : inside;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
