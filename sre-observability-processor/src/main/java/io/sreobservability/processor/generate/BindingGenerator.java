package io.sreobservability.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.ErrorCondition;
import io.sreobservability.processor.plan.SpanPlan.NamePart;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * The binding of a class: per method a point and three static methods, which the aspect calls when the method is entered,
 * has returned, or has thrown. Ordinary Java, so that what is measured can be read and debugged.
 */
public final class BindingGenerator {
    /** The result's variable. */
    private static final String RESULT = "result";

    private final TypeInspector types;
    private final ConstantPlaces places;

    /** A generator for one compilation. */
    public BindingGenerator(TypeInspector types, ConstantPlaces places) {
        this.types = types;
        this.places = places;
    }

    /** The source file. */
    public JavaFile generate(ClassPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(plan.bindingName())
                .addOriginatingElement(plan.topLevel())
                .addModifiers(Modifier.FINAL)
                .addAnnotation(suppressWarnings())
                .addJavadoc(
                        "Measures the annotated methods of {@code $L}.\n",
                        plan.topLevel().getSimpleName());
        if (GeneratedMark.isVisible(plan.topLevel(), types.elements())) {
            type.addAnnotation(GeneratedMark.ANNOTATION);
        }
        PointConstants points = new PointConstants(places, new BinaryNames(types));
        for (int i = 0; i < plan.spans().size(); i++) {
            type.addField(points.field(i, plan.spans().get(i)));
        }
        for (int i = 0; i < plan.spans().size(); i++) {
            CompletionCode.reader(i, plan, plan.spans().get(i)).ifPresent(type::addField);
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        AttributeCode attributes = new AttributeCode(places, new JsonWriters(types));
        for (int i = 0; i < plan.spans().size(); i++) {
            type.addMethod(enter(i, plan.spans().get(i), attributes));
            type.addMethod(exit(i, plan.spans().get(i), attributes));
            type.addMethod(fail(i));
            completed(i, plan.spans().get(i), attributes).ifPresent(type::addMethod);
        }
        attributes.writers().forEach(type::addMethod);
        return JavaFile.builder(plan.packageName(), type.build())
                .addFileComment(GeneratedMark.COMMENT + ". Do not edit.")
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** "all" is for other compilers and linters; javac knows its categories by name only. */
    private static AnnotationSpec suppressWarnings() {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        for (String category : new String[] {"all", "cast", "deprecation", "rawtypes", "removal", "unchecked"}) {
            annotation.addMember("value", "$S", category);
        }
        return annotation.build();
    }

    static String enterName(int index) {
        return "enter" + index;
    }

    static String exitName(int index) {
        return "exit" + index;
    }

    static String failName(int index) {
        return "fail" + index;
    }

    private MethodSpec enter(int index, SpanPlan plan, AttributeCode attributes) {
        MethodSpec.Builder method = method(enterName(index));
        for (int parameter : plan.usedParameters()) {
            method.addParameter(erased(parameterType(plan, parameter)), argument(parameter));
        }
        method.addCode(frame("enter", index));
        for (NamePart part : plan.nameParts()) {
            method.addCode(AccessCode.walk(
                    part.access(),
                    argument(part.parameter()),
                    word -> CodeBlock.builder()
                            .addStatement("frame.namePart($S, $L)", part.placeholder(), word)
                            .build()));
        }
        plan.values(PlannedValue.FromParameter.class)
                .forEach(value ->
                        method.addCode(attributes.set(value.attribute(), value.access(), argument(value.parameter()))));
        return method.addStatement("frame.start()").build();
    }

    private MethodSpec exit(int index, SpanPlan plan, AttributeCode attributes) {
        MethodSpec.Builder method = method(exitName(index));
        if (plan.asynchronous()) {
            return method.addParameter(CompletionCode.STAGE, "stage")
                    .addCode(frame("exit", index))
                    .addStatement(CompletionCode.end(index, plan))
                    .build();
        }
        if (plan.usesResult()) {
            method.addParameter(erased(plan.method().getReturnType()), RESULT);
        }
        return method.addCode(frame("exit", index))
                .addCode(values(plan, attributes))
                .addStatement("frame.end()")
                .build();
    }

    /** What the reader of an asynchronous method's completed value calls. */
    private Optional<MethodSpec> completed(int index, SpanPlan plan, AttributeCode attributes) {
        if (!plan.asynchronous() || !plan.usesResult()) {
            return Optional.empty();
        }
        TypeName type = erased(plan.resultType().orElseThrow());
        return Optional.of(method(CompletionCode.methodName(index))
                .addParameter(EngineTypes.SPAN_FRAME, "frame")
                .addParameter(Object.class, "value")
                .addStatement("$T $L = ($T) value", type, RESULT, type)
                .addCode(values(plan, attributes))
                .build());
    }

    /** Attributes and failure from the result. */
    private static CodeBlock values(SpanPlan plan, AttributeCode attributes) {
        CodeBlock.Builder code = CodeBlock.builder();
        plan.values(PlannedValue.FromResult.class)
                .forEach(value -> code.add(attributes.set(value.attribute(), value.access(), RESULT)));
        plan.error().ifPresent(error -> code.add(error(error)));
        return code.build();
    }

    private static MethodSpec fail(int index) {
        return method(failName(index))
                .addParameter(Throwable.class, "thrown")
                .addStatement("$T.fail($L, thrown)", EngineTypes.SPAN_ENGINE, PointConstants.name(index))
                .build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
    }

    private static CodeBlock frame(String call, int index) {
        return CodeBlock.builder()
                .addStatement(
                        "$T frame = $T.$L($L)",
                        EngineTypes.SPAN_FRAME,
                        EngineTypes.SPAN_ENGINE,
                        call,
                        PointConstants.name(index))
                .beginControlFlow("if (frame == null)")
                .addStatement("return")
                .endControlFlow()
                .build();
    }

    /** Condition and type are asked apart: a failure whose type cannot be read is still a failure. */
    private static CodeBlock error(ErrorCondition error) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("boolean failed = false")
                .add(AccessCode.walk(error.condition(), RESULT, value -> statement("failed = $L", value)))
                .beginControlFlow("if (failed)");
        Optional<Access> type = error.type();
        if (type.isPresent()) {
            code.addStatement("$T type = null", String.class)
                    .add(AccessCode.walk(type.get(), RESULT, value -> errorType(type.get(), value)))
                    .addStatement("frame.error(type)");
        } else {
            code.addStatement("frame.error(null)");
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock errorType(Access access, String value) {
        return access.kind() == ValueKind.ENUM
                ? CodeBlock.builder()
                        .beginControlFlow("if ($L != null)", value)
                        .addStatement("type = $L.name().toLowerCase($T.ROOT)", value, Locale.class)
                        .endControlFlow()
                        .build()
                : statement("type = $L", value);
    }

    private static CodeBlock statement(String format, String value) {
        return CodeBlock.builder().addStatement(format, value).build();
    }

    private TypeName erased(TypeMirror type) {
        return AccessCode.typeName(types.erasure(type));
    }

    private static TypeMirror parameterType(SpanPlan plan, int index) {
        return plan.method().getParameters().get(index).asType();
    }

    private static String argument(int index) {
        return "argument" + index;
    }
}
