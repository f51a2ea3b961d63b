package io.sreobservability.aspects.transparency.program;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A random program.
 *
 * @param className the class that holds all of it
 * @param methods its methods, which call each other
 * @param main what it does first
 */
public record GeneratedProgram(String className, List<Method> methods, List<Statement> main) {

    /** Copies its lists. */
    public GeneratedProgram {
        methods = List.copyOf(methods);
        main = List.copyOf(main);
    }

    /** The same program under another name. */
    public GeneratedProgram named(String newName) {
        return new GeneratedProgram(newName, methods, main);
    }

    /** The source file. */
    public String source() {
        int dot = className.lastIndexOf('.');
        return """
                package %s;

                import io.sreobservability.annotations.*;
                import io.sreobservability.aspects.transparency.run.*;
                import java.util.*;
                import java.util.concurrent.*;

                public class %s implements Program {
                    static Probe p;
                    static %s self;
                    static final Object lock = new Object();

                    @Override
                    public void run(Probe probe) throws Throwable {
                        p = probe;
                        self = this;
                        p.locks(lock, this, getClass());
                %s    }

                %s}
                """.formatted(
                        className.substring(0, dot),
                        className.substring(dot + 1),
                        className.substring(dot + 1),
                        Statement.textOf(main).indent(8),
                        methods.stream()
                                .map(Method::text)
                                .collect(Collectors.joining("\n"))
                                .indent(4));
    }

    /** How much there is to read. */
    public int size() {
        return source().length();
    }

    /** All programs with one method or statement less, the smallest first. */
    public List<GeneratedProgram> smaller() {
        Stream<GeneratedProgram> fewerMethods = methods.stream().map(this::without);
        Stream<GeneratedProgram> lessMain =
                Statement.smaller(main).map(body -> new GeneratedProgram(className, methods, body));
        Stream<GeneratedProgram> lessBody = methods.stream()
                .flatMap(method -> Statement.smaller(method.body()).map(body -> replace(method, method.with(body))));
        return Stream.of(fewerMethods, lessMain, lessBody)
                .flatMap(all -> all)
                .sorted(java.util.Comparator.comparingInt(GeneratedProgram::size))
                .toList();
    }

    private GeneratedProgram without(Method gone) {
        return new GeneratedProgram(
                className,
                methods.stream()
                        .filter(method -> method.id() != gone.id())
                        .map(method -> method.with(Statement.without(gone.id(), method.body())))
                        .toList(),
                Statement.without(gone.id(), main));
    }

    private GeneratedProgram replace(Method old, Method changed) {
        return new GeneratedProgram(
                className,
                methods.stream()
                        .map(method -> method.id() == old.id() ? changed : method)
                        .toList(),
                main);
    }
}
