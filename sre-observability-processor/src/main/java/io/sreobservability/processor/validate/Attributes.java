package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Lookalikes;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the keys are known, belong to the span, and are set once. */
final class Attributes {
    private final Registry registry;
    private final Values values;
    private final Deprecations deprecations;
    private final Findings findings;

    Attributes(Registry registry, Values values, Deprecations deprecations, Findings findings) {
        this.registry = registry;
        this.values = values;
        this.deprecations = deprecations;
        this.findings = findings;
    }

    /**
     * Checks the attributes of a method.
     *
     * @param family the family of its name, or null if the name is wrong: then only what does not depend on it is
     *     checked
     */
    List<PlannedValue> check(AnnotatedMethod method, @Nullable SpanFamily family) {
        List<PlannedValue> planned = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Mark.AttributeValue mark : method.attributes()) {
            String key = mark.key().text();
            Optional<Attribute> attribute = registry.attribute(key);
            if (attribute.isEmpty()) {
                findings.add(
                        Message.ATTRIBUTE_UNKNOWN, mark.place(), registry.nearestKey(Lookalikes.replaced(key)), key);
                continue;
            }
            if (!seen.add(key)) {
                findings.add(Message.ATTRIBUTE_TWICE, mark.place(), key);
            }
            checkOwner(attribute.get(), mark, family);
            deprecations.check(attribute.get(), mark.place());
            values.check(method, mark, attribute.get()).ifPresent(planned::add);
        }
        return planned;
    }

    private void checkOwner(Attribute attribute, Mark.AttributeValue mark, @Nullable SpanFamily family) {
        Optional<String> library = setByLibrary(attribute, family);
        if (library.isPresent()) {
            findings.add(Message.ATTRIBUTE_OF_LIBRARY, mark.place(), attribute.key(), Shown.prose(library.get()));
        } else if (family != null && family.use(attribute.key()).isEmpty()) {
            findings.add(
                    Message.ATTRIBUTE_OF_OTHER_SPANS,
                    mark.place(),
                    attribute.key(),
                    family.nameText(),
                    owners(attribute));
        }
    }

    private Shown owners(Attribute attribute) {
        List<String> owners = registry.spans().stream()
                .filter(span -> span.use(attribute.key()).isPresent())
                .map(span -> span.nameText())
                .toList();
        return owners.isEmpty() ? Shown.prose("none") : Shown.names(owners);
    }

    /** Why the library sets the attribute itself; empty if it does not. */
    private Optional<String> setByLibrary(Attribute attribute, @Nullable SpanFamily family) {
        if (attribute.traits().automatic().isPresent()) {
            return attribute.traits().automatic().map(automatic -> switch (automatic) {
                case START_TIME -> "it is the start of the span";
                case FAILURE -> "it comes from the exception or from @ErrorWhen";
                case CANCELLATION -> "it comes from the asynchronous result";
            });
        }
        if (family != null && family.sets(attribute.key())) {
            return Optional.of("it follows from the span name");
        }
        return registry.attributes().stream()
                .filter(other -> other.traits().setAlso().contains(attribute.key()))
                .map(other -> "it gets the value of `" + other.key() + "`")
                .findFirst();
    }
}
