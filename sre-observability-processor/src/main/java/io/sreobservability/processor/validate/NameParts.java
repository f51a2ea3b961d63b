package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Lookalikes;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether every open placeholder of the span name gets exactly one word. */
final class NameParts {
    private final Registry registry;
    private final TypeInspector types;
    private final Paths paths;
    private final Findings findings;

    NameParts(Registry registry, TypeInspector types, Paths paths, Findings findings) {
        this.registry = registry;
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
                        NearestName.of(Lookalikes.replaced(placeholder), open),
                        named.name().toString(),
                        placeholder);
            } else if (!bound.add(placeholder)) {
                findings.add(Message.PLACEHOLDER_TWICE, part.place(), placeholder);
            } else {
                access(method, part, named)
                        .ifPresent(access -> parts.add(new SpanPlan.NamePart(
                                placeholder, part.parameter().index(), access)));
            }
        }
        open.forEach(placeholder -> checkOpen(span, named, placeholder, bound));
        return parts;
    }

    private void checkOpen(Mark.Span span, NamedSpan named, String placeholder, Set<String> bound) {
        Optional<List<String>> words = words(named, placeholder);
        Optional<Metric> narrowed = registry.metrics().stream()
                .filter(metric -> narrows(metric, named))
                .findFirst();
        if (words.isPresent() && narrowed.isPresent()) {
            findings.add(
                    Message.PLACEHOLDER_CLOSED,
                    span.place(),
                    placeholder,
                    narrowed.get().name(),
                    Shown.names(words.get()));
        } else if (!bound.contains(placeholder)) {
            String choice =
                    words.map(known -> "; it is one of " + Shown.names(known)).orElse("");
            findings.add(Message.PLACEHOLDER_UNBOUND, span.place(), placeholder, Shown.prose(choice));
        }
    }

    /** Whether the metric is recorded for some names of the family only. */
    private static boolean narrows(Metric metric, NamedSpan named) {
        return metric.families().contains(named.family().id())
                && !metric.narrowedTo(named.family()).isEmpty();
    }

    private static Optional<List<String>> words(NamedSpan named, String placeholder) {
        return Optional.ofNullable(named.family().placeholders().get(placeholder));
    }

    private Optional<Access> access(AnnotatedMethod method, Mark.NamePart part, NamedSpan named) {
        Optional<Access> access =
                paths.resolve(part.parameter().element().asType(), part.path(), types.packageOf(method.element()));
        return access.filter(found -> isWord(found, part, named));
    }

    private boolean isWord(Access access, Mark.NamePart part, NamedSpan named) {
        if (access.kind() == ValueKind.ENUM) {
            return constantsAreWords(access, part, named);
        }
        if (access.kind() != ValueKind.TEXT) {
            findings.add(Message.PLACEHOLDER_TYPE, part.path().place(), Display.result(access));
        }
        return access.kind() == ValueKind.TEXT;
    }

    private boolean constantsAreWords(Access access, Mark.NamePart part, NamedSpan named) {
        String placeholder = part.placeholder().text();
        Optional<List<String>> words = words(named, placeholder);
        List<String> refused = words.map(known -> EnumConstants.refused(access.type(), known::contains))
                .orElseGet(() -> EnumConstants.refused(access.type(), SpanName::isWord));
        if (refused.isEmpty()) {
            return true;
        }
        if (words.isPresent()) {
            findings.add(
                    Message.PLACEHOLDER_MEMBERS,
                    part.place(),
                    NearestName.of(refused.get(0), words.get()),
                    Display.result(access),
                    placeholder,
                    Shown.names(refused),
                    Shown.names(words.get()));
        } else {
            findings.add(
                    Message.PLACEHOLDER_GRAMMAR,
                    part.place(),
                    Display.result(access),
                    placeholder,
                    Shown.names(refused));
        }
        return words.isEmpty();
    }
}
