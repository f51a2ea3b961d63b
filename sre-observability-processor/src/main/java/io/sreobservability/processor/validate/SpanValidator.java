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
import javax.lang.model.element.TypeElement;

/** Runs all checks on a method; a method that passes them becomes a plan. */
public final class SpanValidator {
    private final Findings findings;
    private final MethodShape shape;
    private final Overrides overrides;
    private final SpanNames names;
    private final NameParts nameParts;
    private final NamePrivacy namePrivacy;
    private final Redactions redactions;
    private final Attributes attributes;
    private final ErrorConditions errors;
    private final RequiredAttributes required;
    private final SameNames sameNames;
    private final PlanAssembly assembly;

    /** A validator of one compilation, reporting to these findings. */
    public SpanValidator(Registry registry, TypeInspector types, Findings findings) {
        this.findings = findings;
        Paths paths = new Paths(types, findings);
        this.shape = new MethodShape(types, findings);
        this.overrides = new Overrides(types, findings);
        this.names = new SpanNames(registry, findings);
        this.nameParts = new NameParts(registry, types, paths, findings);
        this.namePrivacy = new NamePrivacy(registry, findings);
        Deprecations deprecations = new Deprecations(findings);
        this.redactions = new Redactions(findings);
        Values values = new Values(types, paths, new FixedValues(deprecations, findings), redactions, findings);
        this.attributes = new Attributes(registry, values, deprecations, findings);
        this.errors = new ErrorConditions(types, paths, findings);
        this.required = new RequiredAttributes(registry, findings);
        this.sameNames = new SameNames(findings);
        this.assembly = new PlanAssembly(registry, types);
    }

    /**
     * The plan of a method; empty if a mistake was reported.
     *
     * @throws io.sreobservability.processor.type.UnresolvedTypeException if a type that decides is not known (yet); what
     *     was reported until then may be wrong
     */
    public Optional<SpanPlan> validate(AnnotatedMethod method) {
        int before = findings.errors();
        shape.check(method);
        if (method.spans().size() != 1) {
            return Optional.empty();
        }
        Mark.Span span = method.spans().get(0);
        overrides.check(method);
        Optional<NamedSpan> named = names.check(span);
        List<SpanPlan.NamePart> parts =
                named.map(found -> nameParts.check(method, span, found)).orElse(List.of());
        namePrivacy.check(method);
        redactions.check(method);
        List<PlannedValue> values =
                attributes.check(method, named.map(NamedSpan::family).orElse(null));
        Optional<ErrorCondition> error = errors.check(method);
        named.ifPresent(found -> required.check(span, found, method.attributes()));
        if (findings.errors() > before) {
            return Optional.empty();
        }
        Optional<SpanPlan> plan = named.map(found -> assembly.plan(method, found, parts, values, error));
        plan.ifPresent(made -> sameNames.add(method, made));
        return plan;
    }

    /** Looks for methods of a type that override measured ones and are not measured. */
    public void validateOverrides(TypeElement type) {
        overrides.checkUnmeasured(type);
    }

    /** Compares the methods that passed in this round with all that passed; the compiler forgets the places of earlier rounds. */
    public void compare() {
        sameNames.report();
    }
}
