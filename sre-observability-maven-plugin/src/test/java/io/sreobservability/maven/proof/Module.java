package io.sreobservability.maven.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractPoint;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.tools.ajc.Main;

/** A consumer's module on disk, built by the real compiler and the real weaver, with a contract written by the test. */
final class Module {
    private final Path sources;
    private final Path classes;
    private final List<ContractPoint> points = new ArrayList<>();

    Module(Path folder) throws IOException {
        sources = Files.createDirectories(folder.resolve("src"));
        classes = Files.createDirectories(folder.resolve("classes"));
    }

    Path classes() {
        return classes;
    }

    ProofReport prove() throws ProofException {
        return new WovenProof(classes).run();
    }

    /** Compiles one class without any processor. */
    Module compile(String className, String source) throws IOException {
        Path file = sources.resolve(className + ".java");
        Files.writeString(file, "import io.sreobservability.annotations.*;\n" + source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            output,
                            files,
                            null,
                            List.of("-g", "-proc:none", "--release", "17", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(done).as(output.toString()).isTrue();
        }
        return this;
    }

    /** Adds a point to the contract, as the processor would, for the aspect {@code <class>_SpanAspect}. */
    Module promise(String className, String method, String descriptor, String span) throws IOException {
        points.add(new ContractPoint(
                className,
                method,
                descriptor,
                "ToolSpan",
                span,
                "span.tool",
                aspectOf(className),
                List.of(),
                List.of()));
        return contract(ContractJson.write(new Contract(
                Contract.VERSION, List.of(), points, List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    Module contract(String json) throws IOException {
        Path file = classes.resolve(Contract.RESOURCE);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, json);
        return this;
    }

    /** Weaves before, after-returning and after-throwing advice around the executions that {@code pointcut} selects. */
    Module weave(String className, String pointcut) throws IOException {
        return weaveAdvice(className, """
                before(): %1$s { }
                after() returning: %1$s { }
                after() throwing: %1$s { }
                """.formatted(pointcut));
    }

    Module weaveAdvice(String className, String advice) throws IOException {
        Path aspect = sources.resolve(aspectOf(className) + ".aj");
        Files.writeString(aspect, "aspect " + aspectOf(className) + " {\n" + advice + "}\n");
        MessageHandler messages = new MessageHandler();
        String[] arguments = {
            "-17",
            "-proc:none",
            "-inpath",
            classes.toString(),
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            aspect.toString()
        };
        new Main().run(arguments, messages);
        assertThat(messages.getMessages(IMessage.ERROR, true)).isEmpty();
        return this;
    }

    private static String aspectOf(String className) {
        return className.replaceFirst("\\$.*", "") + "_SpanAspect";
    }
}
