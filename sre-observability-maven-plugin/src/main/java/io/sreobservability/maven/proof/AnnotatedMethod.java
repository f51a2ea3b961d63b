package io.sreobservability.maven.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method in the class files that carries a span annotation.
 *
 * @param annotation the annotation's simple name
 * @param spanName the annotation's value
 * @param sourceFile the name of the source file, {@code null} when the class was compiled without debug information
 * @param line the first line of the body, 0 when unknown
 * @param inLocalClass whether the class, or one around it, is declared inside a method body: no processor sees those
 * @param hasBody whether there is code to weave: abstract and native methods have none
 * @param returns whether the body can return at all; one that always throws has no place for after-returning advice
 * @param adviceCalls the advice that the body calls, once per call
 */
record AnnotatedMethod(
        MethodKey key,
        String annotation,
        String spanName,
        @Nullable String sourceFile,
        int line,
        boolean inLocalClass,
        boolean hasBody,
        boolean returns,
        List<AdviceCall> adviceCalls) {

    /** Whether each place that must call {@code aspect} does so. */
    boolean isWovenBy(String aspect) {
        return calls(aspect, AdviceKind.BEFORE)
                && calls(aspect, AdviceKind.AFTER_THROWING)
                && (!returns || calls(aspect, AdviceKind.AFTER_RETURNING));
    }

    /** Whether the body calls any advice of {@code aspect}. */
    boolean isTouchedBy(String aspect) {
        return adviceCalls.stream().anyMatch(call -> call.aspect().equals(aspect));
    }

    /**
     * Whether the body enters {@code aspect} more than once. Only the entry is counted: the weaver may write several calls
     * of the other advice, one at each place where the body ends.
     */
    boolean entersTwice(String aspect) {
        AdviceCall entry = new AdviceCall(aspect, AdviceKind.BEFORE);
        return adviceCalls.stream().filter(entry::equals).count() > 1;
    }

    private boolean calls(String aspect, AdviceKind kind) {
        return adviceCalls.contains(new AdviceCall(aspect, kind));
    }
}
