package io.sreobservability.aspects.transparency.twin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The class path of the tests, loaded once more and changed: archives may be left out, and classes may be missing or fail
 * when they are initialised. What is static in it is its own.
 */
public final class RunTime extends URLClassLoader {
    /** What has become of a class. */
    public enum Damage {
        /** It can't be found. */
        MISSING,
        /** Its static initialiser throws. */
        FAILING
    }

    private final Map<String, Damage> damaged;

    private RunTime(List<URL> classPath, Map<String, Damage> damaged) {
        super(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.damaged = damaged;
    }

    /**
     * A changed run time.
     *
     * @param withoutArchive leaves out entries of the class path whose file name begins so; empty: none
     * @param damaged classes by name, and what is wrong with them
     */
    public static RunTime of(String withoutArchive, Map<String, Damage> damaged) throws MalformedURLException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : Tools.classPath().split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (withoutArchive.isEmpty() || !path.getFileName().toString().startsWith(withoutArchive)) {
                classPath.add(path.toUri().toURL());
            }
        }
        return new RunTime(classPath, damaged);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Damage damage = damaged.get(name);
        if (damage == null) {
            return super.findClass(name);
        }
        if (damage == Damage.MISSING) {
            throw new ClassNotFoundException(name);
        }
        byte[] classFile = FailingInitialiser.in(bytesOf(name));
        return defineClass(name, classFile, 0, classFile.length);
    }

    private byte[] bytesOf(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
