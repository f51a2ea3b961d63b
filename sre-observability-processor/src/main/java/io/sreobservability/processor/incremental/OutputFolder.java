package io.sreobservability.processor.incremental;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.SourceVersion;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;

/**
 * An output folder of the compiler. A filer has no method that gives it, or lists its files; it is found from the address
 * of a file in it.
 */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * The folder of a location, if it is one of the file system.
     *
     * @param probes relative names of files that may be there; for the Eclipse compiler one of them must be
     */
    static Optional<Path> find(Filer filer, Location location, Stream<String> probes) {
        return probes.flatMap(probe -> folderOf(filer, location, probe).stream())
                .findFirst()
                // Without -d, compilers write into the working directory, which may hold anything and is not searched.
                .filter(folder -> Files.isDirectory(folder)
                        && !folder.equals(Path.of("").toAbsolutePath().normalize()));
    }

    private static Optional<Path> folderOf(Filer filer, Location location, String file) {
        return fileOf(filer, location, file).flatMap(path -> {
            int levels = path.getNameCount() - Path.of(file).getNameCount();
            return levels < 1
                    ? Optional.ofNullable(path.getRoot())
                    : Optional.ofNullable(path.getRoot()).map(root -> root.resolve(path.subpath(0, levels)));
        });
    }

    /**
     * Where a file of a location is, or would be, if the location is one of the file system. Some file managers hold the
     * file to be there from then on.
     */
    static Optional<Path> fileOf(Filer filer, Location location, String file) {
        try {
            FileObject object = filer.getResource(location, "", file);
            return Optional.of(Path.of(object.toUri()).toAbsolutePath().normalize());
        } catch (IOException | RuntimeException e) {
            // No such file or location, or its addresses are not those of files.
            return Optional.empty();
        }
    }

    /** The qualified names of the top-level types with a file of one of these extensions in a folder of packages. */
    static List<String> typesIn(Path root, List<String> extensions) {
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean isPackage = folder.equals(root)
                            || SourceVersion.isIdentifier(folder.getFileName().toString());
                    return isPackage ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    for (String extension : extensions) {
                        if (name.endsWith(extension)) {
                            names.add(typeName(root, file, extension));
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Gone while it was read: then nothing of ours is in it any more.
            return names;
        }
        return names;
    }

    private static String typeName(Path root, Path file, String extension) {
        String path = root.relativize(file).toString();
        return path.substring(0, path.length() - extension.length())
                .replace(root.getFileSystem().getSeparator(), ".");
    }
}
