package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.type.TypeInspector;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Whether the method can be one span at all. */
final class MethodShape {
    private final TypeInspector types;
    private final Findings findings;

    MethodShape(TypeInspector types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    void check(AnnotatedMethod method) {
        checkSpanAnnotations(method);
        if (method.spans().isEmpty()) {
            return;
        }
        Mark first = method.spans().get(0);
        for (Modifier modifier : List.of(Modifier.ABSTRACT, Modifier.NATIVE)) {
            if (method.element().getModifiers().contains(modifier)) {
                findings.add(Message.METHOD_WITHOUT_BODY, first.place(), modifier);
            }
        }
        if (types.endsUnseen(method.element().getReturnType())) {
            findings.add(
                    Message.END_UNSEEN,
                    first.place(),
                    Display.type(method.element().getReturnType()));
        }
        if (method.element().getReturnType().getKind() == TypeKind.VOID) {
            checkThatNothingNeedsTheResult(method);
        }
    }

    private void checkSpanAnnotations(AnnotatedMethod method) {
        List<Mark.Span> spans = method.spans();
        if (spans.isEmpty()) {
            for (Mark mark : method.marks()) {
                findings.add(Message.ATTRIBUTE_WITHOUT_SPAN, mark.place(), mark.annotation());
            }
        }
        if (spans.size() > 1) {
            String all = spans.stream().map(span -> "@" + span.annotation()).collect(Collectors.joining(" and "));
            findings.add(Message.TWO_SPAN_ANNOTATIONS, spans.get(1).place(), all);
        }
    }

    private void checkThatNothingNeedsTheResult(AnnotatedMethod method) {
        for (Mark mark : method.marks()) {
            boolean needsResult = mark instanceof Mark.ErrorWhen
                    || (mark instanceof Mark.AttributeValue value && value.origin() instanceof Mark.Origin.OfResult);
            if (needsResult) {
                findings.add(Message.RESULT_OF_VOID, mark.place(), mark.annotation());
            }
        }
    }
}
