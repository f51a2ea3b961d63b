package io.sreobservability.sreagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md draws and names is what the code is. */
class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src/main/java/io/sreobservability/sreagent");
    private static final String PAGE = read(ROOT.resolve("docs/architecture.md"));

    private static final Pattern ARROW = Pattern.compile("(?m)^  (sre-[a-z-]+) --> (sre-.*)$");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern OURS = Pattern.compile(
            "<groupId>io\\.sreobservability</groupId>\\s*<artifactId>([a-z-]+)</artifactId>\\s*(<version>[^<]*</version>\\s*)?$");
    private static final Pattern SPAN_ROW =
            Pattern.compile("(?m)^\\| `([a-z_.{}]+)` \\| `(@\\w+)` \\| `([a-z.]+)\\.(\\w+)\\.(\\w+)` \\|$");
    private static final Pattern ANNOTATED =
            Pattern.compile("(@(?:Agent|Tool|Memory)Span)\\((?:value = )?\"([^\"]+)\"");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z.]+\\.)?((?:[A-Z][a-z0-9]+){1,5})(?:\\.([a-z]\\w+))?");
    private static final Pattern PACKAGE = Pattern.compile("[a-z]+(?:\\.[a-z]+)*");

    @Test
    void theArrowsBetweenModulesAreTheirDependencies() throws IOException {
        Map<String, Set<String>> drawn = ARROW.matcher(PAGE)
                .results()
                .collect(Collectors.toMap(
                        arrow -> arrow.group(1), arrow -> Set.of(arrow.group(2).split(" & "))));
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.filter(module -> module.getFileName().toString().matches("sre-(?!observability-bom).*"))
                    .forEach(module -> assertThat(
                                    drawn.getOrDefault(module.getFileName().toString(), Set.of()))
                            .as(module.toString())
                            .isEqualTo(dependencies(module)));
        }
    }

    /** Those that are there at run time: of our modules, with neither scope nor type. */
    private static Set<String> dependencies(Path module) {
        return DEPENDENCY
                .matcher(read(module.resolve("pom.xml")))
                .results()
                .flatMap(dependency -> OURS.matcher(dependency.group(1).strip()).results())
                .map(ours -> ours.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachAgentHasItsTools() {
        ToolCatalog catalog = ToolCatalog.standard();
        for (AgentType agent : AgentType.values()) {
            String tools = catalog.definitions(agent.domain()).stream()
                    .map(ToolDefinition::name)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));

            assertThat(PAGE).contains("| " + agent.displayName() + " | `" + agent.id() + "` | " + tools + " |");
        }
    }

    @Test
    void eachSpanIsWhereThePageSaysAndNoneIsLeftOut() {
        List<MatchResult> rows = SPAN_ROW.matcher(PAGE).results().toList();
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> {
            String source = read(SOURCES.resolve(row.group(3).replace('.', '/')).resolve(row.group(4) + ".java"));
            int annotation = source.indexOf(row.group(2) + "(\"" + row.group(1) + "\"");
            assertThat(annotation).as(row.group()).isNotNegative();
            assertThat(source.substring(annotation)).containsPattern(" " + row.group(5) + "\\(");
        });

        assertThat(sources()
                        .flatMap(source -> ANNOTATED.matcher(read(source)).results())
                        .map(span -> span.group(2)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(PAGE).contains(name));
    }

    @Test
    void everyClassAndMethodThePageNamesExists() {
        List<MatchResult> names = IN_BACKTICKS
                .matcher(PAGE)
                .results()
                .map(code -> CLASS.matcher(code.group(1)))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();

        assertThat(names).hasSizeGreaterThan(15).allSatisfy(name -> {
            List<Path> files = classes()
                    .filter(file -> file.endsWith(name.group(1) + ".java"))
                    .toList();
            assertThat(files).as(name.group()).isNotEmpty();
            if (name.group(2) != null) {
                assertThat(files)
                        .as(name.group())
                        .anySatisfy(file -> assertThat(read(file)).containsPattern(" " + name.group(2) + "\\("));
            }
        });
    }

    @Test
    void everyPackageOfTheTablesExists() {
        assertPackages("## Packages of the assistant", SOURCES, 15);
        List<Path> modules = folders(ROOT, "sre-observability-.*");
        String table = section("## Packages of the library");
        assertThat(packages(table))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(modules)
                        .as(name)
                        .anySatisfy(module -> assertThat(module.resolve("src/main/java/io/sreobservability")
                                        .resolve(name.replace('.', '/')))
                                .exists()));
    }

    private static void assertPackages(String heading, Path below, int atLeast) {
        assertThat(packages(section(heading)))
                .hasSizeGreaterThan(atLeast)
                .allSatisfy(
                        name -> assertThat(below.resolve(name.replace('.', '/')).resolve("package-info.java"))
                                .exists());
    }

    /** The packages in the rows of a table. */
    private static List<String> packages(String section) {
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> IN_BACKTICKS.matcher(line).results())
                .map(code -> code.group(1))
                .filter(code -> PACKAGE.matcher(code).matches())
                .toList();
    }

    private static String section(String heading) {
        String rest = PAGE.substring(PAGE.indexOf(heading) + heading.length());
        return rest.split("(?m)^## ", -1)[0];
    }

    private static List<Path> folders(Path parent, String form) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(path -> path.getFileName().toString().matches(form))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> classes() {
        return Stream.concat(sources(), walk(Path.of("src/test/java")));
    }

    private static Stream<Path> sources() {
        return walk(SOURCES);
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
