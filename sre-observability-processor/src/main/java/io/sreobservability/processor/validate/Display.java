package io.sreobservability.processor.validate;

import io.sreobservability.processor.plan.Access;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/** How things are written in messages. */
final class Display {
    private Display() {}

    /** A type without packages: {@code Map<String, Pod>}. */
    static String type(TypeMirror type) {
        return type.toString()
                .replaceAll("(?:@[\\w.]+(?:\\([^)]*\\))?,? ?)", "")
                .replaceAll("\\b[a-z]\\w*\\.", "")
                .replace(",", ", ");
    }

    /** What a path ends in. */
    static String result(Access access) {
        return type(access.type());
    }

    static String list(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
