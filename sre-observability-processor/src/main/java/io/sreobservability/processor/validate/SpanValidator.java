package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.ErrorCondition;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.model.Registry;
import java.util.List;
import java.util.Optional;

/** Runs all checks on a method; a method that passes them becomes a plan. */
public final class SpanValidator {
    private final Findings findings;
    private final MethodShape shape;
    private final SpanNames names;
    private final NameParts nameParts;
    private final Attributes attributes;
    private final ErrorConditions errors;
    private final RequiredAttributes required;
    private final PlanAssembly assembly;

    /** A validator of one compilation, reporting to these findings. */
    public SpanValidator(Registry registry, TypeInspector types, Findings findings) {
        this.findings = findings;
        Paths paths = new Paths(types, findings);
        this.shape = new MethodShape(types, findings);
        this.names = new SpanNames(registry, findings);
        this.nameParts = new NameParts(types, paths, findings);
        Values values = new Values(types, paths, new FixedValues(findings), findings);
        this.attributes = new Attributes(registry, values, findings);
        this.errors = new ErrorConditions(types, paths, findings);
        this.required = new RequiredAttributes(findings);
        this.assembly = new PlanAssembly(registry);
    }

    /** The plan of a method; empty if something was reported. */
    public Optional<SpanPlan> validate(AnnotatedMethod method) {
        int before = findings.count();
        shape.check(method);
        if (method.spans().size() != 1) {
            return Optional.empty();
        }
        Mark.Span span = method.spans().get(0);
        Optional<NamedSpan> named = names.check(span);
        List<SpanPlan.NamePart> parts =
                named.map(found -> nameParts.check(method, span, found)).orElse(List.of());
        List<PlannedValue> values =
                attributes.check(method, named.map(NamedSpan::family).orElse(null));
        Optional<ErrorCondition> error = errors.check(method);
        named.ifPresent(found -> required.check(span, found, method.attributes()));
        return findings.count() == before
                ? named.map(found -> assembly.plan(method, found, parts, values, error))
                : Optional.empty();
    }
}
