package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.model.Mark.Origin;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.Registry;
import java.util.Optional;

/** Whether a word of the span name is a value that the registry calls private or unbounded. */
final class NamePrivacy {
    private final Registry registry;
    private final Findings findings;

    NamePrivacy(Registry registry, Findings findings) {
        this.registry = registry;
        this.findings = findings;
    }

    void check(AnnotatedMethod method) {
        for (Mark.NamePart part : method.nameParts()) {
            for (Mark.AttributeValue value : method.attributes()) {
                if (isSameValue(part, value)) {
                    registry.attribute(value.key().text()).ifPresent(attribute -> check(part, attribute));
                }
            }
        }
    }

    private void check(Mark.NamePart part, Attribute attribute) {
        problem(attribute.traits())
                .ifPresent(problem -> findings.add(
                        Message.PLACEHOLDER_CARDINALITY,
                        part.place(),
                        part.placeholder().text(),
                        attribute.key(),
                        Shown.prose(problem)));
    }

    private static boolean isSameValue(Mark.NamePart part, Mark.AttributeValue value) {
        return value.origin() instanceof Origin.OfParameter origin
                && origin.parameter().index() == part.parameter().index()
                && steps(origin.path()).equals(steps(part.path()));
    }

    private static String steps(Mark.Written path) {
        return path.text().replace("()", "");
    }

    private static Optional<String> problem(AttributeTraits traits) {
        if (traits.sensitivity() == Sensitivity.CONTENT) {
            return Optional.of("content");
        }
        if (traits.sensitivity() == Sensitivity.IDENTIFIER) {
            return Optional.of("an identifier");
        }
        return traits.cardinality() == Cardinality.HIGH ? Optional.of("of high cardinality") : Optional.empty();
    }
}
