package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.processor.model.Mark.Origin;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Scalar;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether a value has the type of its attribute. */
final class Values {
    private final TypeInspector types;
    private final Paths paths;
    private final FixedValues fixedValues;
    private final Findings findings;

    Values(TypeInspector types, Paths paths, FixedValues fixedValues, Findings findings) {
        this.types = types;
        this.paths = paths;
        this.fixedValues = fixedValues;
        this.findings = findings;
    }

    /** The planned value; empty if something was reported here or, for a result of void, elsewhere. */
    Optional<PlannedValue> check(AnnotatedMethod method, Mark.AttributeValue mark, Attribute attribute) {
        if (mark.origin() instanceof Origin.OfParameter origin) {
            return access(method, origin.parameter().element().asType(), origin.path(), mark, attribute)
                    .map(access -> new PlannedValue.FromParameter(
                            attribute,
                            origin.parameter().index(),
                            origin.parameter().element().getSimpleName().toString(),
                            access));
        }
        if (mark.origin() instanceof Origin.OfResult origin) {
            return access(method, method.element().getReturnType(), origin.path(), mark, attribute)
                    .map(access -> new PlannedValue.FromResult(attribute, access));
        }
        Written value = ((Origin.Fixed) mark.origin()).value();
        return fixedValues.check(attribute, value).map(constant -> new PlannedValue.Fixed(attribute, constant));
    }

    private Optional<Access> access(
            AnnotatedMethod method, TypeMirror type, Written path, Mark.AttributeValue mark, Attribute attribute) {
        if (type.getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        Optional<Access> access = paths.resolve(type, path, types.packageOf(method.element()));
        return access.filter(found -> {
            boolean fits = fits(found, attribute);
            if (!fits) {
                findings.add(
                        Message.ATTRIBUTE_TYPE,
                        path.text().isEmpty() ? mark.place() : path.place(),
                        attribute.key(),
                        attribute.traits().json() ? "JSON" : attribute.type().label(),
                        Display.result(found),
                        path.text().isEmpty() ? "; name a path to a fitting value with `from`" : "");
            }
            return fits;
        });
    }

    private boolean fits(Access access, Attribute attribute) {
        if (attribute.traits().json()) {
            return types.isJson(access.type());
        }
        ValueKind kind = access.kind();
        if (attribute.type() instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> kind == ValueKind.TEXT || kind == ValueKind.ENUM;
                case INT -> kind == ValueKind.INTEGER || kind == ValueKind.BOXED_INTEGER;
                case DOUBLE -> kind == ValueKind.DECIMAL || kind == ValueKind.BOXED_DECIMAL;
                case BOOLEAN -> kind == ValueKind.BOOLEAN || kind == ValueKind.BOXED_BOOLEAN;
            };
        }
        return kind == ValueKind.TEXT || kind == ValueKind.ENUM;
    }
}
