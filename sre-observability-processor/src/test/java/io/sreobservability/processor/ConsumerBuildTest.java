package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor beside other processors, strict options and modules: a consumer's build, without our options. */
class ConsumerBuildTest {
    private static final String TOOL = "@ToolSpan(\"tool.x\") @FixedAttribute(key = \"sre.user_id\", value = \"a\")"
            + " @FixedAttribute(key = \"sre.session_id\", value = \"b\") void m() {}\n";
    private static final String FOREIGN = "@interface Foreign {}\n@Foreign void other() {}\n";

    @Test
    void theStrictestLintHasNothingToSay() {
        assertThat(compile(
                        List.of("-Xlint:all", "-Werror"),
                        List.of(new SpanProcessor(), new SpanProcessorClaim()),
                        Compiling.agent(TOOL)))
                .succeededWithoutWarnings();
    }

    @Test
    void annotationsOfOthersAreLeftToTheirProcessors() {
        SeeingProcessor other = new SeeingProcessor();

        Compilation compilation = compile(
                List.of("-Xlint:all"),
                List.of(new SpanProcessor(), new SpanProcessorClaim(), other),
                Compiling.agent(TOOL + FOREIGN));

        assertThat(other.seen).contains("com.acme.Agent.Foreign");
        assertThat(compilation)
                .hadWarningContaining("No processor claimed any of these annotations: /com.acme.Agent.Foreign");
    }

    @Test
    void aModuleNeedNotReadTheCompiler(@TempDir Path runTime, @TempDir Path module) {
        String classPath = System.getProperty("java.class.path");
        List<JavaFileObject> own = List.of(Compiling.agent(TOOL), Compiling.source("module-info", "module acme {}"));

        assertThat(javac(runTime, classPath, List.of("-proc:none"), List.of(), sources()))
                .isTrue();
        assertThat(javac(
                        module,
                        classPath + File.pathSeparator + runTime,
                        List.of("--add-reads", "acme=ALL-UNNAMED"),
                        List.of(new SpanProcessor()),
                        own))
                .isTrue();

        assertThat(module.resolve("com/acme/Agent_SpanBinding.java")).content().doesNotContain("@Generated");
    }

    private static boolean javac(
            Path target,
            String classPath,
            List<String> options,
            List<Processor> processors,
            List<JavaFileObject> sources) {
        List<String> all = new ArrayList<>(List.of("-d", target.toString(), "-cp", classPath));
        all.addAll(options);
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, all, null, sources);
        task.setProcessors(processors);
        return task.call();
    }

    @Test
    void theBindingSaysThatItIsGenerated() throws IOException {
        Compilation compilation = compile(List.of(), List.of(new SpanProcessor()), Compiling.agent(TOOL));

        assertThat(binding(compilation)).contains("@Generated(\"" + SpanProcessor.class.getName() + "\")");
    }

    private static String binding(Compilation compilation) throws IOException {
        return compilation
                .generatedSourceFile("com.acme.Agent_SpanBinding")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    private static Compilation compile(List<String> options, List<Processor> processors, JavaFileObject... sources) {
        return Compiler.javac().withOptions(options).withProcessors(processors).compile(sources(sources));
    }

    private static List<JavaFileObject> sources(JavaFileObject... own) {
        List<JavaFileObject> all = new ArrayList<>(Compiling.stubs());
        all.addAll(Compiling.constants());
        all.addAll(List.of(own));
        return all;
    }

    /** Claims nothing and remembers what it was shown. */
    private static final class SeeingProcessor extends AbstractProcessor {
        private final Set<String> seen = new HashSet<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            annotations.forEach(
                    annotation -> seen.add(annotation.getQualifiedName().toString()));
            return false;
        }
    }
}
