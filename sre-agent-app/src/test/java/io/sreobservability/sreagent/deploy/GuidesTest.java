package io.sreobservability.sreagent.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanGroup;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guides name exists: in the standard, in the code, among the files and in {@code .env.example}. */
class GuidesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve("docs/OBSERVABILITY_GUIDE.md");
    private static final Path PLAYBOOK = ROOT.resolve("docs/TROUBLESHOOTING_PLAYBOOK.md");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern FENCE_OF_JAVA = Pattern.compile("(?m)^(```java)$");

    /** With the file that it is taken from, in a comment before it. */
    private static final Pattern JAVA =
            Pattern.compile("(?ms)^<!-- from (examples/\\S+\\.java) -->\n```java\n(.*?)^```$");

    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\n]+)`");
    private static final Pattern DOTTED = Pattern.compile("[a-z0-9_{}]+(?:\\.[a-z0-9_{}]+)+");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(?:json|log|md|sh|xml|yaml)");
    private static final Pattern HUMPS = Pattern.compile("(?:[A-Z][a-z]+){2,}");
    private static final Pattern ASKED_METRIC = Pattern.compile("/api/metrics\\?name=(\\w+)");
    private static final Pattern FAILURE_ROW = Pattern.compile("(?m)^\\| (`[a-z0-9_]+`(?:, `[a-z0-9_]+`)*) \\|");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern VARIABLE =
            Pattern.compile("(?<![.\\w])(?:(?:SRE|OTEL|AWS|CLOUDWATCH)_[A-Z_]*[A-Z]|USER_ID|DASHBOARD_NAME)\\b");
    private static final Pattern READ_VARIABLE = Pattern.compile("(?:\"|\\$\\{env:)(SRE_[A-Z_]+)(?=[\":}])");
    private static final Pattern DECLARED = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*)=");

    /** Read by what comes from AWS; they belong to the user's account and not into our example. */
    private static final Set<String> OF_AN_ACCOUNT =
            Set.of("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION");

    private final Registry registry = RegistryReader.standard();

    @Test
    void everySpanAndAttributeTheGuidesNameIsInTheStandard() {
        List<String> names = inBackticks(GUIDE, PLAYBOOK)
                .filter(text -> DOTTED.matcher(text).matches())
                .filter(text -> !FILE_NAME.matcher(text).matches())
                .map(text -> text.replaceFirst("^attributes\\.", ""))
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(isInStandard(name))
                        .as("span or attribute `%s`", name)
                        .isTrue());
    }

    @Test
    void everyMetricTheGuidesNameIsInTheStandardAndNoneIsLeftOut() {
        Set<String> metrics = registry.metrics().stream().map(Metric::name).collect(Collectors.toSet());
        Set<String> dimensions = registry.metrics().stream()
                .flatMap(metric -> metric.dimensions().stream())
                .map(MetricDimension::name)
                .collect(Collectors.toSet());

        List<String> named = Stream.concat(
                        inBackticks(GUIDE, PLAYBOOK)
                                .filter(text -> HUMPS.matcher(text).matches()),
                        Stream.of(GUIDE, PLAYBOOK).flatMap(file -> groups(ASKED_METRIC, read(file))))
                .filter(name -> !dimensions.contains(name))
                .toList();

        assertThat(metrics).containsAll(named);
        assertThat(named).containsAll(metrics);
    }

    @Test
    void thePlaybookExplainsEveryToolFailureAndNoOther() throws IllegalAccessException {
        Set<String> codes = new TreeSet<>();
        for (Field field : ToolFailure.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                codes.add((String) field.get(null));
            }
        }
        String entry = Stream.of(read(PLAYBOOK).split("(?m)^## ", -1))
                .filter(section -> section.startsWith("2. Tools or agents fail"))
                .findFirst()
                .orElseThrow();

        Set<String> explained = groups(FAILURE_ROW, entry)
                .flatMap(cell -> groups(IN_BACKTICKS, cell))
                .filter(code -> !code.matches("http_[1-5]\\d\\d"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).isEqualTo(codes);
    }

    @Test
    void everyRelativeLinkLeadsToAFileAndItsHeading() {
        for (Path page : pages()) {
            LINK.matcher(prose(page)).results().filter(GuidesTest::isRelative).forEach(link -> {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                assertThat(target).as("%s in %s", link.group(), page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target))
                            .as("%s in %s", link.group(), page)
                            .contains(link.group(2));
                }
            });
        }
    }

    @Test
    void everyVariableThePagesNameIsInTheExample() {
        Set<String> known = declared();
        known.addAll(OF_AN_ACCOUNT);
        for (Path page : pages()) {
            assertThat(VARIABLE.matcher(read(page)).results().map(MatchResult::group))
                    .as(page.toString())
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyVariableOfOursThatTheCodeReadsIsInTheExample() {
        Set<String> read = mainSources().stream()
                .flatMap(source -> groups(READ_VARIABLE, read(source)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).contains("SRE_OBSERVABILITY_MODE", "SRE_AGENT_");
        // The rest of this one's name is put together from the backend it belongs to.
        read.remove("SRE_AGENT_");
        for (ToolDomain domain : ToolDomain.values()) {
            read.add("SRE_AGENT_" + domain.name() + "_URL");
        }

        assertThat(read).isSubsetOf(declared());
    }

    @Test
    void everyJavaSnippetOfTheGuidesIsCodeOfAnExampleThatTheBuildCompiles() {
        for (Path page : List.of(GUIDE, PLAYBOOK)) {
            List<MatchResult> snippets = JAVA.matcher(read(page)).results().toList();
            assertThat(snippets).hasSize((int) groups(FENCE_OF_JAVA, read(page)).count());
            for (MatchResult snippet : snippets) {
                assertThat(withoutIndentation(read(ROOT.resolve(snippet.group(1)))))
                        .as("%s in %s", snippet.group(1), page)
                        .contains(withoutIndentation(snippet.group(2)));
            }
        }
        assertThat(JAVA.matcher(read(GUIDE)).results()).isNotEmpty();
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private boolean isInStandard(String name) {
        return registry.attribute(name).isPresent()
                || SpanName.parse(name).flatMap(registry::familyOf).isPresent()
                || registry.spans().stream().map(SpanGroup::nameText).anyMatch(name::equals);
    }

    private static boolean isRelative(MatchResult link) {
        return !link.group(1).contains(":");
    }

    /** The anchors that GitHub gives to the headings of a page. */
    private static Set<String> anchors(Path page) {
        return groups(HEADING, prose(page))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> declared() {
        return groups(DECLARED, read(ROOT.resolve(".env.example"))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The inline code of prose. A code span that holds backticks is written with two on each side. */
    private static Stream<String> inBackticks(Path... files) {
        return Stream.of(files)
                .flatMap(file ->
                        groups(IN_BACKTICKS, prose(file).replace("`` `", "`").replace("` ``", "`")));
    }

    private static String prose(Path page) {
        return FENCED.matcher(read(page)).replaceAll("");
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        pages.addAll(files(ROOT.resolve("docs"), ".md"));
        assertThat(pages).contains(GUIDE, PLAYBOOK);
        return pages;
    }

    private static List<Path> mainSources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(sources -> files(sources, ".java").stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
