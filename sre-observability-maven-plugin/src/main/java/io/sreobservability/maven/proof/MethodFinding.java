package io.sreobservability.maven.proof;

import static java.util.stream.Collectors.joining;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Writes findings about methods: class, name, simple parameter types, the source line if known, and the span. */
final class MethodFinding {
    private MethodFinding() {}

    static Finding of(ProofCode code, AnnotatedMethod method) {
        String source = method.sourceFile() == null ? "" : " (" + method.sourceFile() + lineOf(method) + ")";
        return Finding.of(code, place(method.key(), source, method.spanName()));
    }

    static Finding of(ProofCode code, MethodKey method, String span) {
        return Finding.of(code, place(method, "", span));
    }

    private static String place(MethodKey method, String source, String span) {
        String parameters = Stream.of(Type.getArgumentTypes(method.descriptor()))
                .map(type -> type.getClassName().replaceFirst(".*\\.", ""))
                .collect(joining(", "));
        return method.className() + "." + method.name() + "(" + parameters + ")" + source + ", span \"" + span + "\"";
    }

    private static String lineOf(AnnotatedMethod method) {
        return method.line() == 0 ? "" : ":" + method.line();
    }
}
