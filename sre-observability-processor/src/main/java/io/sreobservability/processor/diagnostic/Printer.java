package io.sreobservability.processor.diagnostic;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.sreobservability.processor.diagnostic.Place.Repetition;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Prints findings at their places. The standard messager loses the place inside repeated annotations and falls back to the
 * method's name; there, javac's tree of the source is asked. Compilers without it print at the method.
 */
final class Printer {
    private final ProcessingEnvironment environment;

    Printer(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void print(Level level, String text, @Nullable Place place) {
        if (place == null) {
            environment.getMessager().printMessage(level.kind(), text);
            return;
        }
        Repetition repetition = place.repetition();
        Optional<Trees> trees = trees();
        if (repetition != null && trees.isPresent() && printedAtTree(trees.get(), level, text, place, repetition)) {
            return;
        }
        environment.getMessager().printMessage(level.kind(), text, place.element(), place.mirror(), place.value());
    }

    private static boolean printedAtTree(Trees trees, Level level, String text, Place place, Repetition repetition) {
        TreePath path = trees.getPath(place.element());
        Optional<Tree> tree = path == null ? Optional.empty() : find(path.getLeaf(), repetition);
        tree.ifPresent(found -> trees.printMessage(level.kind(), text, found, path.getCompilationUnit()));
        return tree.isPresent();
    }

    /** The trees of javac; empty with other compilers. */
    private Optional<Trees> trees() {
        try {
            return Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return Optional.empty();
        }
    }

    private static Optional<Tree> find(Tree annotated, Repetition repetition) {
        return annotations(annotated).stream()
                .filter(annotation -> isNamed(annotation, repetition.annotation()))
                .skip(repetition.index())
                .findFirst()
                .map(annotation -> member(annotation, repetition.member()));
    }

    private static List<? extends AnnotationTree> annotations(Tree annotated) {
        ModifiersTree modifiers = annotated instanceof MethodTree method
                ? method.getModifiers()
                : annotated instanceof VariableTree variable ? variable.getModifiers() : null;
        return modifiers == null ? List.of() : modifiers.getAnnotations();
    }

    private static boolean isNamed(AnnotationTree annotation, String simpleName) {
        String written = annotation.getAnnotationType().toString();
        return written.equals(simpleName) || written.endsWith("." + simpleName);
    }

    /** The value of a member; the annotation itself if the member is not written. */
    private static Tree member(AnnotationTree annotation, String member) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(member)) {
                return assignment.getExpression();
            }
        }
        return annotation;
    }
}
