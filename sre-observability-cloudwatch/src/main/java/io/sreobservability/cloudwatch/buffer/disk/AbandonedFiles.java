package io.sreobservability.cloudwatch.buffer.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that processes left which are gone. A directory is looked at and emptied under its lock, and only one at a time is
 * locked, however many there are. One that cannot be used, since it is another user's say, keeps nobody from the others.
 */
final class AbandonedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedFiles.class);

    private final Path root;
    private final Predicate<Path> isAnotherProcess;
    private final Pattern names;

    /** Those below {@code root}, in directories of other processes, whose names match. */
    AbandonedFiles(Path root, Predicate<Path> isAnotherProcess, Pattern names) {
        this.root = root;
        this.isAnotherProcess = isAnotherProcess;
        this.names = names;
    }

    /** A file that nobody has, with its directory and its size. */
    record Found(Path directory, Path file, long bytes) {
        String name() {
            return file.getFileName().toString();
        }
    }

    /** Something to do in a directory whose lock is held. */
    private interface Step {
        void run() throws IOException;
    }

    /** All of them, oldest first: their names begin with their age. */
    List<Found> find() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path directory : DirectoryLock.children(root)) {
            if (isAnotherProcess.test(directory)) {
                locked(directory, () -> {
                    found.addAll(in(directory));
                    DirectoryLock.removeIfEmpty(directory);
                });
            }
        }
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    private List<Found> in(Path directory) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path file : DirectoryLock.children(directory)) {
            if (names.matcher(file.getFileName().toString()).matches()
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                found.add(new Found(directory, file, Files.size(file)));
            }
        }
        return found;
    }

    /** Moves files into the directory of this process; returns where they are now, oldest first. */
    static List<Path> take(List<Found> chosen, Path own) {
        Map<Path, List<Found>> byDirectory = new LinkedHashMap<>();
        chosen.forEach(file -> byDirectory
                .computeIfAbsent(file.directory(), directory -> new ArrayList<>())
                .add(file));
        List<Path> taken = new ArrayList<>();
        byDirectory.forEach((directory, files) -> locked(directory, () -> move(directory, files, own, taken)));
        taken.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return taken;
    }

    private static void move(Path directory, List<Found> files, Path own, List<Path> taken) throws IOException {
        // In a directory that others may write to, telemetry could be planted.
        if (!Files.getOwner(directory).equals(Files.getOwner(own))) {
            return;
        }
        for (Found found : files) {
            taken.add(Files.move(found.file(), own.resolve(found.name()), StandardCopyOption.ATOMIC_MOVE));
        }
        DirectoryLock.removeIfEmpty(directory);
    }

    private static void locked(Path directory, Step step) {
        try (FileChannel abandoned = DirectoryLock.tryLock(directory)) {
            if (abandoned != null) {
                step.run();
            }
        } catch (NoSuchFileException takenBySomebodyElse) {
            LOG.trace("{} is gone", directory);
        } catch (IOException unusable) {
            LOG.debug("{} cannot be taken over", directory, unusable);
        }
    }
}
