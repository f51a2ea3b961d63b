package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.type.TypeInspector;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Whether a method that a path calls is one that telemetry should call. */
final class AccessorRules {
    private static final List<String> UNCHECKED = List.of("java.lang.RuntimeException", "java.lang.Error");

    private final TypeInspector types;
    private final Findings findings;

    AccessorRules(TypeInspector types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    void check(ExecutableElement accessor, TypeMirror type, Written path) {
        String checked = accessor.getThrownTypes().stream()
                .filter(thrown -> UNCHECKED.stream().noneMatch(name -> types.isA(types.bound(thrown), name)))
                .map(Display::type)
                .collect(Collectors.joining(" and "));
        if (!checked.isEmpty()) {
            findings.add(Message.ACCESSOR_THROWS, path.place(), name(accessor), Display.type(type), checked);
        }
        boolean own =
                types.outermost(accessor).equals(types.outermost(path.place().element()));
        if (!own && types.elements().isDeprecated(accessor)) {
            findings.add(Message.ACCESSOR_DEPRECATED, path.place(), name(accessor), Display.type(type));
        }
    }

    private static String name(ExecutableElement accessor) {
        return accessor.getSimpleName().toString();
    }
}
