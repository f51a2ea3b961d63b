package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Place;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.model.Mark.Origin;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.name.NearestName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether a value has the type of its attribute. */
final class Values {
    private final TypeInspector types;
    private final Paths paths;
    private final FixedValues fixedValues;
    private final Conversions conversions;
    private final Redactions redactions;
    private final Findings findings;

    Values(TypeInspector types, Paths paths, FixedValues fixedValues, Redactions redactions, Findings findings) {
        this.types = types;
        this.paths = paths;
        this.fixedValues = fixedValues;
        this.conversions = new Conversions(types);
        this.redactions = redactions;
        this.findings = findings;
    }

    /** The planned value; empty if something was reported here or, for a result of void, elsewhere. */
    Optional<PlannedValue> check(AnnotatedMethod method, Mark.AttributeValue mark, Attribute attribute) {
        if (mark.origin() instanceof Origin.OfParameter origin) {
            if (Redactions.isRedacted(method, origin.parameter())) {
                return redactions.value(mark, origin.parameter(), attribute);
            }
            return access(method, origin.parameter().element().asType(), origin.path(), mark, attribute)
                    .map(access -> new PlannedValue.FromParameter(
                            attribute,
                            origin.parameter().index(),
                            origin.parameter().element().getSimpleName().toString(),
                            access));
        }
        if (mark.origin() instanceof Origin.OfResult origin) {
            return access(method, result(method), origin.path(), mark, attribute)
                    .map(access -> new PlannedValue.FromResult(attribute, access));
        }
        Written value = ((Origin.Fixed) mark.origin()).value();
        return fixedValues.check(attribute, value).map(constant -> new PlannedValue.Fixed(attribute, constant));
    }

    private TypeMirror result(AnnotatedMethod method) {
        TypeMirror returned = method.element().getReturnType();
        return types.completed(returned).orElse(returned);
    }

    private Optional<Access> access(
            AnnotatedMethod method, TypeMirror type, Written path, Mark.AttributeValue mark, Attribute attribute) {
        if (type.getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        PackageElement from = types.packageOf(method.element());
        Optional<Access> access = paths.resolve(type, path, from);
        return access.filter(found -> {
            Place place = path.text().isEmpty() ? mark.place() : path.place();
            if (!conversions.fits(found.type(), attribute)) {
                findings.add(
                        Message.ATTRIBUTE_TYPE,
                        place,
                        attribute.key(),
                        attribute.traits().json() ? "JSON" : attribute.type().label(),
                        attribute.traits().json() ? json(found) : Display.result(found),
                        Shown.prose(Conversions.taken(attribute)),
                        Shown.prose(conversions
                                .step(found, attribute, from)
                                .map(step -> ", here for example with `from = \"" + longer(path, step) + "\"`")
                                .orElse("")));
                return false;
            }
            return constantsAreMembers(found, attribute, place) && recordsAreVisible(found, attribute, place, from);
        });
    }

    /** The type, and what is in the way if it lies deeper. */
    private String json(Access access) {
        return Display.result(access)
                + conversions
                        .json(access.type())
                        .refused()
                        .filter(refused -> !refused.path().isEmpty())
                        .map(refused -> ", whose `" + refused.path() + "` is " + Display.type(refused.type()))
                        .orElse("");
    }

    private boolean recordsAreVisible(Access access, Attribute attribute, Place place, PackageElement from) {
        if (!attribute.traits().json()) {
            return true;
        }
        Optional<DeclaredType> hidden = conversions.json(access.type()).records().stream()
                .filter(type -> !types.isVisible(type, from))
                .findFirst();
        hidden.ifPresent(type -> findings.add(
                Message.TYPE_INACCESSIBLE,
                place,
                Display.type(type),
                from.getQualifiedName().toString()));
        return hidden.isEmpty();
    }

    private static String longer(Written path, String step) {
        return path.text().isEmpty() ? step : path.text() + "." + step;
    }

    private boolean constantsAreMembers(Access access, Attribute attribute, Place place) {
        if (!(attribute.type() instanceof Enumeration enumeration)) {
            return true;
        }
        List<String> refused = EnumConstants.refused(access.type(), enumeration.values()::contains);
        if (!refused.isEmpty()) {
            findings.add(
                    Message.ENUM_MEMBERS,
                    place,
                    NearestName.of(refused.get(0), enumeration.values()),
                    attribute.key(),
                    Display.result(access),
                    Shown.names(refused),
                    Shown.names(enumeration.values()));
        }
        return refused.isEmpty();
    }
}
