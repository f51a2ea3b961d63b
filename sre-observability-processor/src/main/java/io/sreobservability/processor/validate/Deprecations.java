package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Place;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.Deprecation;

/** Warns of what the registry asks not to use any more, with what stands in its place. */
final class Deprecations {
    private final Findings findings;

    Deprecations(Findings findings) {
        this.findings = findings;
    }

    void check(Attribute attribute, Place place) {
        attribute
                .documentation()
                .deprecation()
                .ifPresent(deprecation -> findings.add(
                        Message.ATTRIBUTE_DEPRECATED,
                        place,
                        deprecation.renamedTo(),
                        attribute.key(),
                        Shown.prose(words(deprecation))));
    }

    void check(Attribute attribute, Member member, Place place) {
        member.deprecation()
                .ifPresent(deprecation -> findings.add(
                        Message.MEMBER_DEPRECATED,
                        place,
                        deprecation.renamedTo(),
                        member.value(),
                        attribute.key(),
                        Shown.prose(words(deprecation))));
    }

    private static String words(Deprecation deprecation) {
        String reason = switch (deprecation.reason()) {
            case RENAMED -> "it has a new name.";
            case OBSOLETED -> "nothing stands in its place.";
            case UNCATEGORIZED -> "";
        };
        return (reason + " " + deprecation.note()).strip();
    }
}
