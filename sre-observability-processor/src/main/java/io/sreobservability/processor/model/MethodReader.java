package io.sreobservability.processor.model;

import io.sreobservability.processor.model.Mark.Origin;
import io.sreobservability.processor.model.Mark.Parameter;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.model.Mirrors.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads what is written on one method. */
final class MethodReader {
    private final TypeElement owner;
    private final ExecutableElement method;
    private final List<Mark> marks = new ArrayList<>();
    private boolean unresolved;

    private MethodReader(TypeElement owner, ExecutableElement method) {
        this.owner = owner;
        this.method = method;
    }

    /**
     * Reads a method.
     *
     * @return empty if a type or constant on it is not known (yet): another processor may still generate it, and if
     *     none does, the compiler itself reports it
     */
    static Optional<AnnotatedMethod> read(TypeElement owner, ExecutableElement method) {
        MethodReader reader = new MethodReader(owner, method);
        if (UnresolvedTypes.in(method)) {
            return Optional.empty();
        }
        reader.readMethod();
        reader.readParameters();
        return reader.unresolved
                ? Optional.empty()
                : Optional.of(new AnnotatedMethod(reader.owner, method, reader.marks));
    }

    private void readMethod() {
        for (String name : AnnotationNames.SPANS) {
            for (Found found : Mirrors.all(method, name)) {
                marks.add(new Mark.Span(simpleName(name), written(found, "value")));
                if (name.equals(AnnotationNames.MEMORY_SPAN)) {
                    readStrategy(found);
                }
            }
        }
        for (Found found : Mirrors.all(method, AnnotationNames.FIXED_ATTRIBUTE)) {
            Origin origin = new Origin.Fixed(written(found, "value"));
            marks.add(new Mark.AttributeValue("FixedAttribute", written(found, "key"), origin));
        }
        for (Found found : Mirrors.all(method, AnnotationNames.RESULT_ATTRIBUTE)) {
            Origin origin = new Origin.OfResult(written(found, "from"));
            marks.add(new Mark.AttributeValue("ResultAttribute", written(found, "key"), origin));
        }
        for (Found found : Mirrors.all(method, AnnotationNames.ERROR_WHEN)) {
            marks.add(new Mark.ErrorWhen(written(found, "value"), written(found, "type")));
        }
    }

    /** The strategy of a memory span is the attribute {@code memory.strategy} in another place; empty means none. */
    private void readStrategy(Found found) {
        Written strategy = written(found, "strategy");
        if (!strategy.text().isEmpty()) {
            Written key = new Written("memory.strategy", strategy.place());
            marks.add(new Mark.AttributeValue("MemorySpan", key, new Origin.Fixed(strategy)));
        }
    }

    private void readParameters() {
        int index = 0;
        for (VariableElement element : method.getParameters()) {
            Parameter parameter = new Parameter(element, index++);
            for (Found found : Mirrors.all(element, AnnotationNames.SPAN_NAME_PART)) {
                marks.add(new Mark.NamePart(written(found, "value"), parameter, written(found, "from")));
            }
            for (Found found : Mirrors.all(element, AnnotationNames.SPAN_ATTRIBUTE)) {
                Origin origin = new Origin.OfParameter(parameter, written(found, "from"));
                marks.add(new Mark.AttributeValue("SpanAttribute", written(found, "value"), origin));
            }
            if (method.getKind() == ElementKind.METHOD) {
                Mirrors.all(element, AnnotationNames.REDACTED)
                        .forEach(found -> marks.add(new Mark.Redacted(parameter, found.place("value"))));
            }
        }
    }

    private Written written(Found found, String member) {
        Optional<String> text = Mirrors.text(found.mirror(), member);
        unresolved |= text.isEmpty();
        return new Written(text.orElse(""), found.place(member));
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
