package io.sreobservability.processor.plan;

import java.util.List;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * All plans of one top-level class and the types nested in it; they share one binding and one aspect.
 *
 * @param topLevel the class
 * @param packageElement its package
 * @param spans the methods, in the order of the source
 */
public record ClassPlan(TypeElement topLevel, PackageElement packageElement, List<SpanPlan> spans) {
    private static final String BINDING_SUFFIX = "_SpanBinding";
    private static final String ASPECT_SUFFIX = "_SpanAspect";

    /** How the simple names of everything generated for a class end. */
    public static final List<String> SUFFIXES = List.of(BINDING_SUFFIX, ASPECT_SUFFIX);

    /** Copies the list. */
    public ClassPlan {
        spans = List.copyOf(spans);
    }

    /** The package's name; empty for the unnamed one. */
    public String packageName() {
        return packageElement.getQualifiedName().toString();
    }

    /** The simple name of the generated binding. */
    public String bindingName() {
        return topLevel.getSimpleName() + BINDING_SUFFIX;
    }

    /** The simple name of the generated aspect. */
    public String aspectName() {
        return topLevel.getSimpleName() + ASPECT_SUFFIX;
    }

    /** The aspect's binary name. */
    public String qualifiedAspectName() {
        return packageName().isEmpty() ? aspectName() : packageName() + "." + aspectName();
    }
}
