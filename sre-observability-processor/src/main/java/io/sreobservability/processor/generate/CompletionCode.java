package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.SpanPlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The parts of a binding that only methods with asynchronous results have. */
final class CompletionCode {
    /** What the aspect hands over: all that the engine needs of the result. */
    static final ClassName STAGE = ClassName.get("java.util.concurrent", "CompletionStage");

    private CompletionCode() {}

    static String methodName(int index) {
        return "completed" + index;
    }

    /** The constant through which the engine calls back; a method that takes nothing from its result needs none. */
    static Optional<FieldSpec> reader(int index, ClassPlan owner, SpanPlan plan) {
        if (!plan.asynchronous() || !plan.usesResult()) {
            return Optional.empty();
        }
        return Optional.of(FieldSpec.builder(
                        EngineTypes.COMPLETION_READER,
                        readerName(index),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$L::$L", owner.bindingName(), methodName(index))
                .build());
    }

    /** The statement that leaves the end of the span to the stage. */
    static CodeBlock end(int index, SpanPlan plan) {
        return plan.usesResult()
                ? CodeBlock.of("frame.endWhenComplete(stage, $L)", readerName(index))
                : CodeBlock.of("frame.endWhenComplete(stage, $T.NOTHING)", EngineTypes.COMPLETION_READER);
    }

    private static String readerName(int index) {
        return "READER_" + index;
    }
}
