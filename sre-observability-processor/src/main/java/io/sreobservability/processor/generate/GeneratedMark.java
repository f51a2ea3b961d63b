package io.sreobservability.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The annotation by which linters and coverage tools know generated types. Without a date: equal sources, equal files. */
public final class GeneratedMark {
    /** Its name. */
    public static final String NAME = "javax.annotation.processing.Generated";

    static final AnnotationSpec ANNOTATION = AnnotationSpec.builder(ClassName.bestGuess(NAME))
            .addMember("value", "$S", "io.sreobservability.processor.SpanProcessor")
            .build();

    private GeneratedMark() {}

    /** Whether code beside this element can name the annotation: a module must read {@code java.compiler} for that. */
    public static boolean isVisible(Element from, Elements elements) {
        return elements.getTypeElement(elements.getModuleOf(from), NAME) != null;
    }
}
