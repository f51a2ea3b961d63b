package io.sreobservability.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.sreobservability.annotations.ToolSpan;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with the processor against stubs of the run time, whose module cannot be built before this one. */
final class Compiling {
    private static final List<JavaFileObject> STUBS = Stream.of(
                    "SpanKind",
                    "Sensitivity",
                    "AttributeDefinition",
                    "MetricDefinition",
                    "SpanEngine",
                    "JsonSink",
                    "SpanFrame",
                    "CompletionReader",
                    "SpanPoint")
            .map(name -> JavaFileObjects.forResource("stubs/" + name + ".java"))
            .toList();

    /** Where the annotations' classes are. */
    static final Path ANNOTATIONS = Path.of(URI.create(
            ToolSpan.class.getProtectionDomain().getCodeSource().getLocation().toString()));

    private Compiling() {}

    static Compilation compile(JavaFileObject... sources) {
        return compile(List.of("-Asre.observability.constants=io.sreobservability.aspects.standard"), sources);
    }

    /** Options in addition to the strictest lint, which generated code has to bear in consumers' builds. */
    static Compilation compile(List<String> options, JavaFileObject... sources) {
        return compile(new SpanProcessor(), options, sources);
    }

    static Compilation compile(SpanProcessor processor, List<String> options, JavaFileObject... sources) {
        List<JavaFileObject> all = new ArrayList<>(STUBS);
        all.addAll(Arrays.asList(sources));
        return javac(options).withProcessors(processor).compile(all);
    }

    static List<JavaFileObject> stubs() {
        return STUBS;
    }

    /** The constants of the standard, which consumers find in the run time's module. */
    static List<JavaFileObject> constants() {
        return compile().generatedSourceFiles();
    }

    /** A folder with the classes of the run time: stubs and constants. */
    static Path runTime(Path parent) {
        List<JavaFileObject> sources = new ArrayList<>(STUBS);
        sources.addAll(constants());
        Path folder = parent.resolve("run-time");
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none", "-d", folder.toString()), null, sources);
        if (!task.call()) {
            throw new IllegalStateException("the stubs do not compile");
        }
        return folder;
    }

    static Compiler javac(List<String> options) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-g"));
        all.addAll(options);
        return Compiler.javac().withOptions(all.toArray());
    }

    static JavaFileObject source(String qualifiedName, String text) {
        return JavaFileObjects.forSourceString(qualifiedName, text);
    }

    /** A class {@code com.acme.Agent} with these members. */
    static JavaFileObject agent(String members) {
        return source("com.acme.Agent", agentText(members));
    }

    static String agentText(String members) {
        return """
                package com.acme;

                import io.sreobservability.annotations.*;
                import java.util.*;
                import java.util.function.*;

                class Agent {
                """ + members.indent(4) + "}\n";
    }
}
