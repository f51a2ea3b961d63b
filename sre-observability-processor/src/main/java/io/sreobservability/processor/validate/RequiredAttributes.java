package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.AttributeUse.Level;
import io.sreobservability.registry.model.Registry;
import java.util.Collection;

/**
 * Whether the attributes that the family requires are there. Inherited ones may come from an ancestor at run time, and
 * the library's own are always there.
 */
final class RequiredAttributes {
    private final Registry registry;
    private final Findings findings;

    RequiredAttributes(Registry registry, Findings findings) {
        this.registry = registry;
        this.findings = findings;
    }

    void check(Mark.Span span, NamedSpan named, Collection<Mark.AttributeValue> given) {
        for (AttributeUse use : named.family().attributes()) {
            Attribute attribute = use.attribute();
            boolean comesByItself = attribute.traits().inherited()
                    || attribute.traits().automatic().isPresent()
                    || isCopy(attribute)
                    || named.family().setBy(named.name()).containsKey(attribute.key());
            if (use.requirement().level() == Level.REQUIRED
                    && !comesByItself
                    && given.stream().noneMatch(mark -> mark.key().text().equals(attribute.key()))) {
                findings.add(
                        Message.ATTRIBUTE_REQUIRED,
                        span.place(),
                        named.family().nameText(),
                        attribute.key(),
                        Shown.prose(attribute.documentation().brief()));
            }
        }
    }

    /** Whether the library sets the attribute together with another one. */
    private boolean isCopy(Attribute attribute) {
        return registry.attributes().stream()
                .anyMatch(other -> other.traits().setAlso().contains(attribute.key()));
    }
}
