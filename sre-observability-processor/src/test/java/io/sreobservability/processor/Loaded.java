package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** The classes of a compilation, loaded, with the log of the stubbed engine. */
final class Loaded {
    private final ClassLoader loader;

    private Loaded(ClassLoader loader) {
        this.loader = loader;
    }

    static Loaded of(Compilation compilation) {
        assertThat(compilation).succeeded();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name = file.getName().replaceFirst("^/CLASS_OUTPUT/", "").replaceFirst("\\.class$", "");
                try (InputStream in = file.openInputStream()) {
                    classes.put(name.replace('/', '.'), in.readAllBytes());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return new Loaded(new ClassLoader(Loaded.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        });
    }

    Class<?> type(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a method of {@code com.acme.Agent_SpanBinding} and gives the engine calls that it made. */
    List<String> call(String method, Object... arguments) {
        return callOn("com.acme.Agent_SpanBinding", method, arguments);
    }

    List<String> callOn(String binding, String method, Object... arguments) {
        try {
            Field field = type("io.sreobservability.aspects.engine.SpanEngine").getField("LOG");
            List<?> log = (List<?>) field.get(null);
            log.clear();
            Method target = Arrays.stream(type(binding).getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            target.setAccessible(true);
            target.invoke(null, arguments);
            return log.stream().map(String::valueOf).toList();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A new instance of a nested class of {@code com.acme.Agent}, by its only constructor. */
    Object create(String nested, Object... arguments) {
        try {
            var constructor = type("com.acme.Agent$" + nested).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
