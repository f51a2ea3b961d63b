package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.model.Mark.Origin;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Scalar;
import java.util.Optional;

/** What {@code @Redacted} on a parameter means: its attribute says that there is a value, and nothing reads the value. */
final class Redactions {
    private static final String REDACTED = "[REDACTED]";

    private final Findings findings;

    Redactions(Findings findings) {
        this.findings = findings;
    }

    static boolean isRedacted(AnnotatedMethod method, Mark.Parameter parameter) {
        return method.redacted().stream().anyMatch(mark -> mark.parameter().index() == parameter.index());
    }

    /** Whether the marks of a method make sense. */
    void check(AnnotatedMethod method) {
        for (Mark.NamePart part : method.nameParts()) {
            if (isRedacted(method, part.parameter())) {
                report(part, part.parameter(), "become part of a span name");
            }
        }
        for (Mark.Redacted mark : method.redacted()) {
            if (!isUsed(method, mark.parameter())) {
                findings.add(Message.REDACTED_UNUSED, mark.place());
            }
        }
    }

    private static boolean isUsed(AnnotatedMethod method, Mark.Parameter parameter) {
        return method.nameParts().stream().anyMatch(part -> part.parameter().index() == parameter.index())
                || method.attributes().stream()
                        .anyMatch(value -> value.origin() instanceof Origin.OfParameter origin
                                && origin.parameter().index() == parameter.index());
    }

    /** The value that the attribute of a marked parameter always has; empty if it can have none. */
    Optional<PlannedValue> value(Mark.AttributeValue mark, Mark.Parameter parameter, Attribute attribute) {
        if (attribute.type() != Scalar.STRING) {
            report(
                    mark,
                    parameter,
                    "be the value of `" + attribute.key() + "`, which is of type "
                            + attribute.type().label());
            return Optional.empty();
        }
        String value = attribute.traits().json() ? '"' + REDACTED + '"' : REDACTED;
        return Optional.of(new PlannedValue.Fixed(attribute, value));
    }

    private void report(Mark mark, Mark.Parameter parameter, String what) {
        findings.add(
                Message.REDACTED_USED,
                mark.place(),
                parameter.element().getSimpleName().toString(),
                Shown.prose(what));
    }
}
