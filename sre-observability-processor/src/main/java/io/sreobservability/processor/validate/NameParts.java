package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether every open placeholder of the span name gets exactly one word. */
final class NameParts {
    private final TypeInspector types;
    private final Paths paths;
    private final Findings findings;

    NameParts(TypeInspector types, Paths paths, Findings findings) {
        this.types = types;
        this.paths = paths;
        this.findings = findings;
    }

    List<SpanPlan.NamePart> check(AnnotatedMethod method, Mark.Span span, NamedSpan named) {
        List<String> open = named.name().placeholders();
        Set<String> bound = new HashSet<>();
        List<SpanPlan.NamePart> parts = new ArrayList<>();
        for (Mark.NamePart part : method.nameParts()) {
            String placeholder = part.placeholder().text();
            if (!open.contains(placeholder)) {
                findings.add(
                        Message.PLACEHOLDER_UNKNOWN,
                        part.place(),
                        NearestName.of(placeholder, open),
                        named.name(),
                        placeholder);
            } else if (!bound.add(placeholder)) {
                findings.add(Message.PLACEHOLDER_TWICE, part.place(), placeholder);
            } else {
                access(method, part)
                        .ifPresent(access -> parts.add(new SpanPlan.NamePart(
                                placeholder, part.parameter().index(), access)));
            }
        }
        checkOpen(span, named, open, bound);
        return parts;
    }

    private void checkOpen(Mark.Span span, NamedSpan named, List<String> open, Set<String> bound) {
        Map<String, List<String>> closed = named.family().placeholders();
        for (String placeholder : open) {
            if (closed.containsKey(placeholder)) {
                findings.add(
                        Message.PLACEHOLDER_CLOSED,
                        span.place(),
                        placeholder,
                        Display.list(closed.getOrDefault(placeholder, List.of())));
            } else if (!bound.contains(placeholder)) {
                findings.add(Message.PLACEHOLDER_UNBOUND, span.place(), placeholder);
            }
        }
    }

    private Optional<Access> access(AnnotatedMethod method, Mark.NamePart part) {
        Optional<Access> access =
                paths.resolve(part.parameter().element().asType(), part.path(), types.packageOf(method.element()));
        return access.filter(found -> {
            boolean word = found.kind() == ValueKind.TEXT || found.kind() == ValueKind.ENUM;
            if (!word) {
                findings.add(Message.PLACEHOLDER_TYPE, part.path().place(), Display.result(found));
            }
            return word;
        });
    }
}
