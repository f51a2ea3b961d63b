package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.SpanPlan.ErrorCondition;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether the paths of {@code @ErrorWhen} lead to a boolean and to an error type. */
final class ErrorConditions {
    private final TypeInspector types;
    private final Paths paths;
    private final Findings findings;

    ErrorConditions(TypeInspector types, Paths paths, Findings findings) {
        this.types = types;
        this.paths = paths;
        this.findings = findings;
    }

    Optional<ErrorCondition> check(AnnotatedMethod method) {
        if (method.errors().isEmpty() || method.element().getReturnType().getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        Mark.ErrorWhen mark = method.errors().get(0);
        Optional<Access> condition = ending(
                method, mark.condition(), List.of(ValueKind.BOOLEAN, ValueKind.BOXED_BOOLEAN), Message.ERROR_WHEN_TYPE);
        Optional<Access> type = mark.type().text().isEmpty()
                ? Optional.empty()
                : ending(method, mark.type(), List.of(ValueKind.TEXT, ValueKind.ENUM), Message.ERROR_TYPE_TYPE);
        return condition.map(access -> new ErrorCondition(access, type));
    }

    private Optional<Access> ending(AnnotatedMethod method, Written path, List<ValueKind> kinds, Message otherwise) {
        TypeMirror returned = method.element().getReturnType();
        TypeMirror result = types.completed(returned).orElse(returned);
        Optional<Access> access = paths.resolve(result, path, types.packageOf(method.element()));
        return access.filter(found -> {
            if (!kinds.contains(found.kind())) {
                findings.add(otherwise, path.place(), Display.result(found));
            }
            return kinds.contains(found.kind());
        });
    }
}
