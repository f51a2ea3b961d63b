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
        return topLevel.getSimpleName() + "_SpanBinding";
    }

    /** The simple name of the generated aspect. */
    public String aspectName() {
        return topLevel.getSimpleName() + "_SpanAspect";
    }

    /** The aspect's binary name. */
    public String qualifiedAspectName() {
        return packageName().isEmpty() ? aspectName() : packageName() + "." + aspectName();
    }
}
