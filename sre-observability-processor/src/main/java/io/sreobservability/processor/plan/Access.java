package io.sreobservability.processor.plan;

import io.sreobservability.processor.type.ValueKind;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/**
 * How to get from a parameter or result to a value. Start and steps are erased: generated code declares them and must not need type
 * variables of the method.
 *
 * @param start the type of the parameter or result
 * @param steps the calls, in order; none for the value itself
 * @param type the type of the value, with type arguments, for checks and messages
 * @param kind what kind of value comes out
 */
public record Access(TypeMirror start, List<Step> steps, TypeMirror type, ValueKind kind) {
    /**
     * One call.
     *
     * @param code the member access without the dot, for example {@code size()} or {@code length}
     * @param type what it yields
     */
    public record Step(String code, TypeMirror type) {}

    /** Copies the list. */
    public Access {
        steps = List.copyOf(steps);
    }

    /** The steps as the user may have written them, or empty. */
    public String path() {
        return steps.stream().map(Step::code).collect(Collectors.joining("."));
    }
}
