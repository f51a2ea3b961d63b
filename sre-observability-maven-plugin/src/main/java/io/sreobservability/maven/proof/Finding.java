package io.sreobservability.maven.proof;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * One method that would run without its span.
 *
 * @param method the method for people: class, name, simple parameter types, and the source line if known
 * @param span the span name it would have
 */
public record Finding(Cause cause, String method, String span) {

    static Finding of(Cause cause, AnnotatedMethod method) {
        String place = method.sourceFile() == null ? "" : " (" + method.sourceFile() + lineOf(method) + ")";
        return new Finding(cause, describe(method.key()) + place, method.spanName());
    }

    static Finding of(Cause cause, MethodKey method, String span) {
        return new Finding(cause, describe(method), span);
    }

    /** The finding in one line. */
    public String line() {
        return method + ", span \"" + span + "\": " + cause.reason() + ". Fix: " + cause.fix() + ".";
    }

    private static String lineOf(AnnotatedMethod method) {
        return method.line() == 0 ? "" : ":" + method.line();
    }

    private static String describe(MethodKey method) {
        String parameters = Stream.of(Type.getArgumentTypes(method.descriptor()))
                .map(type -> type.getClassName().replaceFirst(".*\\.", ""))
                .collect(joining(", "));
        return method.className() + "." + method.name() + "(" + parameters + ")";
    }
}
