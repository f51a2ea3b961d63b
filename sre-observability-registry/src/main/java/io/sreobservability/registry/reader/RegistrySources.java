package io.sreobservability.registry.reader;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds registries: the standard, shared ones on a class path, and one in a folder. */
public final class RegistrySources {
    /** Where a jar holds its registry. */
    private static final String LOCATION = "META-INF/sre-observability/registry/";

    private static final String STANDARD = "the standard";

    private RegistrySources() {}

    /** The standard that comes with the library. */
    public static RegistrySource standard() {
        return RegistryFolder.read(STANDARD, RegistrySources::standardFile);
    }

    /**
     * The standard and the shared registries that a class loader sees.
     *
     * @return the standard first
     * @throws InvalidRegistryException if one of them cannot be read
     */
    public static List<RegistrySource> onClassPath(ClassLoader loader) {
        TreeMap<String, URL> indexes = new TreeMap<>();
        try {
            for (URL index : Collections.list(loader.getResources(LOCATION + RegistrySource.INDEX))) {
                indexes.put(index.toExternalForm(), index);
            }
        } catch (IOException e) {
            throw InvalidRegistryException.of("The class path cannot be searched for registries: " + e.getMessage());
        }
        List<RegistrySource> sources = new ArrayList<>();
        sources.add(standard());
        indexes.remove(standardUrl(RegistrySource.INDEX).toExternalForm());
        for (URL index : indexes.values()) {
            sources.add(shared(index));
        }
        return sources;
    }

    /**
     * The registry in a folder.
     *
     * @param folder the folder that holds {@code registry.index}; messages call it so
     * @throws InvalidRegistryException if the folder holds no registry, or files that its index does not list
     */
    public static RegistrySource inFolder(Path folder) {
        RegistrySource source = RegistryFolder.read(folder.toString(), name -> fileIn(folder, name));
        refuseUnlisted(folder, source);
        return source;
    }

    /** Files are found beside the index, never by their names over the class path, where another jar may have them, too. */
    private static RegistrySource shared(URL index) {
        String name = archiveName(index);
        return RegistryFolder.read(name, file -> {
            try {
                return new RegistryFolder.Content(name + "!/" + file, bytes(new URL(index, file)));
            } catch (MalformedURLException e) {
                throw InvalidRegistryException.of(name + "!/" + file + ": " + e.getMessage());
            }
        });
    }

    /** {@code acme-1.0.jar} for {@code jar:file:/lib/acme-1.0.jar!/META-INF/…}; else the folder of the class path. */
    private static String archiveName(URL index) {
        String path = URLDecoder.decode(index.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        String archive = path.substring(0, path.length() - LOCATION.length() - RegistrySource.INDEX.length());
        if (archive.endsWith("!/")) {
            String jar = archive.substring(0, archive.length() - 2);
            return jar.substring(jar.lastIndexOf('/') + 1);
        }
        return archive;
    }

    private static RegistryFolder.Content standardFile(String name) {
        return new RegistryFolder.Content(name, bytes(standardUrl(name)));
    }

    /** Beside this class: another jar on the class path may have a registry in the same place. */
    private static URL standardUrl(String name) {
        String self = "/" + RegistrySources.class.getName().replace('.', '/') + ".class";
        @Nullable URL here = RegistrySources.class.getResource(self);
        if (here == null) {
            throw InvalidRegistryException.of("the class loader of sre-observability-registry does not give its files");
        }
        String url = here.toExternalForm();
        try {
            return new URL(url.substring(0, url.length() - self.length() + 1) + LOCATION + name);
        } catch (MalformedURLException e) {
            throw InvalidRegistryException.of(name + ": " + e.getMessage());
        }
    }

    private static byte @Nullable [] bytes(URL url) {
        try {
            URLConnection connection = url.openConnection();
            // A compiler daemon must see the jar as it is now, and must not keep it open.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            return null;
        }
    }

    private static RegistryFolder.Content fileIn(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return new RegistryFolder.Content(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            return new RegistryFolder.Content(file.toString(), null);
        }
    }

    /** A definition file that is forgotten in the index would silently have no effect. */
    private static void refuseUnlisted(Path folder, RegistrySource source) {
        List<String> known = new ArrayList<>(
                source.definitions().stream().map(RegistrySource.File::name).toList());
        known.add(source.manifest().name());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                if ((name.endsWith(".yaml") || name.endsWith(".yml")) && !known.contains(name)) {
                    throw InvalidRegistryException.at(
                            name,
                            1,
                            1,
                            "the file is not listed in " + source.index().name() + "; add it there");
                }
            }
        } catch (IOException e) {
            throw InvalidRegistryException.of(folder + ": cannot be listed: " + e.getMessage());
        }
    }
}
