package io.sreobservability.processor.generate;

import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.TypeInspector;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The aspect of a class, as AspectJ source: before, after-returning and after-throwing advice for exactly the annotated
 * methods. Such advice leaves no frame on the stack while user code runs, and arguments bound by type cost no allocation.
 */
public final class AspectGenerator {
    private final TypeInspector types;

    /** A generator for one compilation. */
    public AspectGenerator(TypeInspector types) {
        this.types = types;
    }

    /** The source text. */
    public String generate(ClassPlan plan) {
        StringBuilder text = new StringBuilder("// " + GeneratedMark.COMMENT + ". Do not edit.\n");
        if (!plan.packageName().isEmpty()) {
            text.append("package ").append(plan.packageName()).append(";\n\n");
        }
        text.append("aspect ")
                .append(plan.aspectName())
                .append(" extends ")
                .append(EngineTypes.SPAN_ASPECT)
                .append(" {\n");
        for (int i = 0; i < plan.spans().size(); i++) {
            text.append(advice(i, plan, plan.spans().get(i)));
        }
        return text.append("}\n").toString();
    }

    private String advice(int index, ClassPlan plan, SpanPlan span) {
        List<Integer> used = span.usedParameters();
        String formals =
                used.stream().map(i -> parameterType(span, i) + " argument" + i).collect(Collectors.joining(", "));
        String arguments = used.stream().map(i -> "argument" + i).collect(Collectors.joining(", "));
        String returned = returned(span);
        return """

                        pointcut span%1$d() : execution(%2$s) && %3$s;

                        before(%4$s) : span%1$d()%5$s {
                            try {
                                %6$s.%7$s(%8$s);
                            } catch (Throwable inTelemetry) {
                                fault(inTelemetry);
                            }
                        }

                        after() returning%9$s : span%1$d() {
                            try {
                                %6$s.%10$s(%11$s);
                            } catch (StackOverflowError noRoom) {
                                %13$s.overflows++;
                                fault(noRoom);
                            } catch (Throwable inTelemetry) {
                                fault(inTelemetry);
                            }
                        }

                        after() throwing(Throwable thrown) : span%1$d() {
                            try {
                                %6$s.%12$s(thrown);
                            } catch (StackOverflowError noRoom) {
                                %13$s.overflows++;
                                fault(noRoom);
                            } catch (Throwable inTelemetry) {
                                fault(inTelemetry);
                            }
                        }
                    """.formatted(
                        index,
                        signature(span),
                        within(span.owner()),
                        formals,
                        used.isEmpty() ? "" : " && args(" + bindings(span, used) + ")",
                        plan.bindingName(),
                        BindingGenerator.enterName(index),
                        arguments,
                        returned.isEmpty() ? "" : "(" + returned + " result)",
                        BindingGenerator.exitName(index),
                        returned.isEmpty() ? "" : "result",
                        BindingGenerator.failName(index),
                        EngineTypes.SPAN_ENGINE.canonicalName());
    }

    /** The type as which the advice takes what the method returns; empty if it does not look at it. */
    private String returned(SpanPlan span) {
        if (span.asynchronous()) {
            // By its interface: a subclass of the user's may be invisible here.
            return CompletionCode.STAGE.canonicalName();
        }
        return span.usesResult() ? name(span.method().getReturnType()) : "";
    }

    /** Return type and parameters are erased, as in the class file. A varargs method is only matched as such. */
    private String signature(SpanPlan span) {
        ExecutableElement method = span.method();
        int last = method.getParameters().size() - 1;
        String parameters = IntStream.rangeClosed(0, last)
                .mapToObj(i -> {
                    String type = parameterType(span, i);
                    return method.isVarArgs() && i == last ? type.substring(0, type.length() - 2) + "..." : type;
                })
                .collect(Collectors.joining(", "));
        return name(method.getReturnType()) + " " + name(span.owner().asType()) + "." + method.getSimpleName() + "("
                + parameters + ")";
    }

    /**
     * Code of exactly this class: {@code within} alone would also take nested and anonymous classes that override the
     * method, such as the bodies of enum constants.
     */
    private String within(TypeElement owner) {
        String name = name(owner.asType());
        return "within(" + name + ") && !within(" + name + "..*)";
    }

    private static String bindings(SpanPlan span, List<Integer> used) {
        return IntStream.range(0, span.method().getParameters().size())
                .mapToObj(i -> used.contains(i) ? "argument" + i : "*")
                .collect(Collectors.joining(", "));
    }

    private String parameterType(SpanPlan span, int index) {
        VariableElement parameter = span.method().getParameters().get(index);
        return name(parameter.asType());
    }

    private String name(TypeMirror type) {
        return AccessCode.typeName(types.erasure(type)).toString();
    }
}
