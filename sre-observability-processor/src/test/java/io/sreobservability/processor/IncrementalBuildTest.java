package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Builds on top of builds, without a clean between them: after each, the contract, the page, the aspects and the woven
 * classes are those of the sources as they are now.
 */
class IncrementalBuildTest {
    private static final String GET = "com.acme.GetPods";
    private static final String LIST = "com.acme.ListPods";
    private static final String PAGE = "META-INF/sre-observability/span-attributes.md";

    @TempDir
    private static Path builtFolder;

    private static DiskProject built;

    @TempDir
    private Path folder;

    private DiskProject project;

    /** What a build tool gives to the compiler. */
    enum Sources {
        ALL,
        TOUCHED;

        void build(DiskProject project, String... touched) throws Exception {
            assertThat(project.compile(this == ALL ? project.all() : List.of(touched)))
                    .isEmpty();
            project.weave();
        }
    }

    private static String tool(String span, String method) {
        return "@ToolSpan(\"" + span + "\")\nstatic void " + method
                + "(@SpanAttribute(\"sre.tool_params\") String... names) {}\n\nstatic void run() {\n    " + method
                + "();\n}\n";
    }

    private static String unmarked(String method) {
        return "static void " + method + "(String... names) {}\n\nstatic void run() {\n    " + method + "();\n}\n";
    }

    @BeforeAll
    static void buildOnce() throws Exception {
        built = DiskProject.create(Objects.requireNonNull(ToolProvider.getSystemJavaCompiler()), builtFolder);
        built.write(GET, tool("tool.get_pods", "get"));
        built.write(LIST, tool("tool.list_pods", "list"));
        Sources.ALL.build(built);
    }

    @BeforeEach
    void aBuiltProject() throws Exception {
        project = built.copy(folder);
    }

    /** The contract has these, the page names their spans, and each call of {@code run} is one span. */
    private void assertSpans(String... points) throws Exception {
        assertThat(project.points()).containsExactly(points);
        for (String point : points) {
            String span = point.substring(point.indexOf(' ') + 1);
            assertThat(project.classes.resolve(PAGE)).content().contains("`" + span + "`");
            assertThat(project.call(point.substring(0, point.lastIndexOf('.', point.indexOf(' '))), "run"))
                    .containsExactly(span);
        }
        assertThat(project.generatedFiles())
                .containsExactlyElementsOf(Stream.of(points)
                        .map(point -> point.substring(0, point.lastIndexOf('.', point.indexOf(' '))))
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .flatMap(name -> Stream.of("Aspect.aj", "Aspect.class", "Binding.class", "Binding.java")
                                .map(end -> name + "_Span" + end))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void nothingChangesWhenAClassIsTouched(Sources sources) throws Exception {
        Contract contract = project.contract();
        String page = Files.readString(project.classes.resolve(PAGE));

        sources.build(project, GET);
        sources.build(project, LIST);

        assertSpans("com.acme.GetPods.get tool.get_pods", "com.acme.ListPods.list tool.list_pods");
        assertThat(project.contract()).isEqualTo(contract);
        assertThat(project.classes.resolve(PAGE)).hasContent(page);
    }

    @ParameterizedTest
    @EnumSource
    void aMethodIsRenamed(Sources sources) throws Exception {
        sources.build(project, project.write(GET, tool("tool.get_pods", "fetch")));

        assertSpans("com.acme.GetPods.fetch tool.get_pods", "com.acme.ListPods.list tool.list_pods");
    }

    @ParameterizedTest
    @EnumSource
    void aSpanIsRenamed(Sources sources) throws Exception {
        sources.build(project, project.write(GET, tool("tool.fetch_pods", "get")));

        assertSpans("com.acme.GetPods.get tool.fetch_pods", "com.acme.ListPods.list tool.list_pods");
        assertThat(project.classes.resolve(PAGE)).content().doesNotContain("tool.get_pods");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoAnnotationsIsRemoved(Sources sources) throws Exception {
        sources.build(project, project.write(GET, "@ToolSpan(\"tool.x\") static void x() {}\n" + tool("tool.y", "y")));
        sources.build(project, project.write(GET, "static void x() {}\n" + tool("tool.y", "y")));

        assertSpans("com.acme.GetPods.y tool.y", "com.acme.ListPods.list tool.list_pods");
        assertThat(project.call(GET, "x")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLastAnnotationOfAClassIsRemoved(Sources sources) throws Exception {
        sources.build(project, project.write(GET, unmarked("get")));

        assertSpans("com.acme.ListPods.list tool.list_pods");
        assertThat(project.call(GET, "run")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLastAnnotationOfTheModuleIsRemoved(Sources sources) throws Exception {
        sources.build(project, project.write(GET, unmarked("get")));
        sources.build(project, project.write(LIST, unmarked("list")));

        assertThat(project.generatedFiles()).isEmpty();
        assertThat(project.resources()).isEmpty();
        assertThat(project.call(GET, "run")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClassIsDeleted(Sources sources) throws Exception {
        project.delete(GET);
        sources.build(project, LIST);

        assertSpans("com.acme.ListPods.list tool.list_pods");
    }

    @ParameterizedTest
    @EnumSource
    void aClassIsAdded(Sources sources) throws Exception {
        sources.build(project, project.write("com.acme.EditPods", tool("tool.edit_pods", "edit")));

        assertSpans(
                "com.acme.EditPods.edit tool.edit_pods",
                "com.acme.GetPods.get tool.get_pods",
                "com.acme.ListPods.list tool.list_pods");
    }

    @ParameterizedTest
    @EnumSource
    void aClassMovesToAnotherPackage(Sources sources) throws Exception {
        project.delete(GET);
        sources.build(project, project.write("com.acme.pods.GetPods", tool("tool.get_pods", "get")));

        assertSpans("com.acme.ListPods.list tool.list_pods", "com.acme.pods.GetPods.get tool.get_pods");
    }

    @ParameterizedTest
    @EnumSource
    void thePackageOfADeletedClassIsEmptyNow(Sources sources) throws Exception {
        sources.build(project, project.write("com.acme.pods.EditPods", tool("tool.edit_pods", "edit")));
        project.delete("com.acme.pods.EditPods");
        sources.build(project, GET);

        assertSpans("com.acme.GetPods.get tool.get_pods", "com.acme.ListPods.list tool.list_pods");
    }

    @ParameterizedTest
    @EnumSource
    void aBuildWithAMistakeComesBetween(Sources sources) throws Exception {
        project.write(GET, tool("tool.GetPods", "get"));
        assertThat(project.compile(sources == Sources.ALL ? project.all() : List.of(GET)))
                .singleElement()
                .asString()
                .startsWith("[SRE001]");

        sources.build(project, project.write(GET, unmarked("get")));

        assertSpans("com.acme.ListPods.list tool.list_pods");
    }

    @ParameterizedTest
    @EnumSource
    void theConstantsOfTheProjectsRegistryAreMadeAgain(Sources sources) throws Exception {
        project.addRegistry(folder.resolve("registry"));
        String tenant = "@FixedAttribute(key = \"acme.tenant\", value = \"zoo\")\n";
        project.write(GET, tenant + tool("tool.get_weather", "get"));
        Sources.ALL.build(project, project.write(LIST, tenant + tool("tool.get_forecast", "list")));
        byte[] constants = Files.readAllBytes(project.classes.resolve("com/acme/telemetry/SpanNames.class"));

        sources.build(project, GET);

        assertSpans("com.acme.GetPods.get tool.get_weather", "com.acme.ListPods.list tool.get_forecast");
        assertThat(project.classes.resolve("com/acme/telemetry/SpanNames.class"))
                .hasBinaryContent(constants);
    }

    @Test
    void theEclipseCompilerBuildsOnTopOfItsLastBuildToo() throws Exception {
        project = DiskProject.create(new EclipseCompiler(), folder.resolve("eclipse"));
        project.write(GET, tool("tool.get_pods", "get"));
        project.write("com.acme.EditPods", tool("tool.edit_pods", "edit"));
        Sources.TOUCHED.build(project, GET, "com.acme.EditPods", project.write(LIST, tool("tool.list_pods", "list")));
        Sources.TOUCHED.build(project, project.write(LIST, tool("tool.list_all", "list")));
        Sources.TOUCHED.build(project, project.write(GET, unmarked("get")));
        project.delete("com.acme.EditPods");
        Sources.TOUCHED.build(project, LIST);

        assertSpans("com.acme.ListPods.list tool.list_all");
        assertThat(project.call(GET, "run")).isEmpty();
    }

    @Test
    void aLostContractIsMadeAgain() throws Exception {
        Contract contract = project.contract();
        Files.delete(project.classes.resolve(Contract.RESOURCE));

        Sources.TOUCHED.build(project, GET);

        assertThat(project.points())
                .containsExactly("com.acme.GetPods.get tool.get_pods", "com.acme.ListPods.list tool.list_pods");
        assertThat(project.contract().attributes()).isEqualTo(contract.attributes());
    }

    @Test
    void aClassThatTheCompilerCannotSeeKeepsWhatWasGenerated() throws Exception {
        assertThat(project.compileAlone(List.of(GET))).isEmpty();

        assertThat(project.generatedFiles().stream().filter(file -> file.startsWith("ListPods")))
                .hasSize(4);
    }

    @Test
    void aLeftoverThatCannotBeDeletedIsReported() throws Exception {
        project.delete(GET);
        Path binding = project.classes.resolve("com/acme/GetPods_SpanBinding.class");
        Files.delete(binding);
        Files.createDirectories(binding.resolve("in-the-way"));

        assertThat(project.compile(List.of(LIST)))
                .containsExactly(
                        "[SRE097] com/acme/GetPods_SpanBinding.class is left from an earlier build and cannot be deleted."
                                + " See docs/diagnostics.md#sre097");
    }

    @ParameterizedTest
    @EnumSource
    void handWrittenClassesWithNamesOfOursAreLeftAlone(Compilers compiler) throws Exception {
        project = DiskProject.create(compiler.make(), folder.resolve("hand-written"));
        String constants = project.write(AcmeRegistry.PACKAGE + ".SpanNames", "public static final int MINE = 1;");
        String binding = project.write(GET + "_SpanBinding", "");
        String aspect = project.write(GET + "_SpanAspect", "");
        String plain = project.write(GET, unmarked("get"));
        assertThat(project.compile(List.of(constants, binding, aspect, plain))).isEmpty();
        List<String> files = project.generatedFiles();
        byte[] compiled = Files.readAllBytes(project.classes.resolve("com/acme/telemetry/SpanNames.class"));

        assertThat(project.compile(List.of(plain))).isEmpty();
        assertThat(project.generatedFiles()).isEqualTo(files).hasSize(2);
        assertThat(project.compile(List.of(project.write(GET, tool("tool.get_pods", "get")))))
                .allSatisfy(found -> assertThat(found).contains("is there already, and was not generated"))
                .anySatisfy(found -> assertThat(found)
                        .startsWith(
                                "[SRE093] GetPods_SpanBinding.java cannot be written: `com.acme.GetPods_SpanBinding`"))
                .anySatisfy(found -> assertThat(found)
                        .startsWith("[SRE093] GetPods_SpanAspect.aj cannot be written: `com.acme.GetPods_SpanAspect`"));
        assertThat(project.generatedFiles()).containsAll(files);

        project.addRegistry(folder.resolve("registry"));
        project.write(GET, unmarked("get"));
        assertThat(project.compile(List.of(plain))).isEmpty();
        assertThat(project.classes.resolve("com/acme/telemetry/SpanNames.class"))
                .hasBinaryContent(compiled);
        assertThat(project.compile(List.of(plain, constants)))
                .singleElement()
                .asString()
                .startsWith(
                        "[SRE093] SpanNames.java cannot be written: `com.acme.telemetry.SpanNames` is there already");
    }

    @ParameterizedTest
    @EnumSource
    void aHandWrittenSourceInTheOutputFolderIsNotOverwritten(Compilers compiler) throws Exception {
        project = DiskProject.create(compiler.make(), folder.resolve("hand-written"));
        project.addRegistry(folder.resolve("registry"));
        Path source = project.generated.resolve("com/acme/telemetry/SpanNames.java");
        Files.createDirectories(source.getParent());
        String text = "package com.acme.telemetry; public class SpanNames {}";
        Files.writeString(source, text);

        assertThat(project.compile(List.of(project.write(GET, unmarked("get")))))
                .singleElement()
                .asString()
                .startsWith(
                        "[SRE093] SpanNames.java cannot be written: `com/acme/telemetry/SpanNames.java` is there already");
        assertThat(source).hasContent(text);
    }

    /** What compiles. */
    enum Compilers {
        JAVAC,
        ECLIPSE;

        JavaCompiler make() {
            return this == ECLIPSE
                    ? new EclipseCompiler()
                    : Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        }
    }
}
