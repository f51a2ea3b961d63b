package io.sreobservability.cloudwatch.buffer.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The directory of this process, under a root that processes share. Nothing is created before something must be kept.
 *
 * <p>A process holds a lock in its directory for as long as it lives, however it ends. A directory whose lock can be had
 * belongs to nobody any more: whoever gets the lock takes over its files.
 */
public final class BufferDirectory implements Closeable {

    private static final Pattern NAME = Pattern.compile("process-[0-9a-f-]{36}");
    private static final String LOCK = "lock";
    private static final int TRIES = 3;

    /**
     * Directories of this JVM. Their lock files must not even be opened: on POSIX systems closing a file releases every lock
     * that the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private @Nullable Path own;
    private @Nullable FileChannel lock;

    /** A directory below {@code root}, which need not exist. */
    public BufferDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The locked directory of this process. */
    synchronized Path open() throws IOException {
        Path opened = own;
        for (int i = 0; opened == null && i < TRIES; i++) {
            opened = tryToOpen();
        }
        if (opened == null) {
            throw new IOException("No directory could be locked");
        }
        return opened;
    }

    private @Nullable Path tryToOpen() throws IOException {
        Files.createDirectories(root, OwnerOnly.directory());
        Path directory = root.resolve("process-" + UUID.randomUUID());
        HELD.add(directory);
        try {
            Files.createDirectory(directory, OwnerOnly.directory());
            lock = locked(directory);
            // Between the two lines above somebody may have taken it for abandoned and removed it.
            own = lock == null || Files.notExists(directory.resolve(LOCK)) ? null : directory;
        } catch (NoSuchFileException takenForAbandoned) {
            return null;
        } finally {
            if (own == null) {
                HELD.remove(directory);
            }
        }
        return own;
    }

    /** The open lock file if the lock could be had; it is held until the file is closed. */
    private static @Nullable FileChannel locked(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.file());
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisJvm) {
            channel.close();
            return null;
        } catch (IOException noLocks) {
            channel.close();
            throw noLocks;
        }
        channel.close();
        return null;
    }

    /**
     * Takes over the files of certain names from processes that are gone.
     *
     * @return the files, in this process's directory now, oldest first
     */
    synchronized List<Path> adopt(Pattern names) throws IOException {
        List<Path> adopted = new ArrayList<>();
        if (Files.isDirectory(root)) {
            for (Path directory : children(root)) {
                if (isOfAnotherProcess(directory)) {
                    adoptFrom(directory, names, adopted);
                }
            }
        }
        adopted.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return adopted;
    }

    private static boolean isOfAnotherProcess(Path directory) {
        return NAME.matcher(directory.getFileName().toString()).matches()
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && !HELD.contains(directory);
    }

    private void adoptFrom(Path directory, Pattern names, List<Path> adopted) throws IOException {
        try (FileChannel abandoned = locked(directory)) {
            if (abandoned == null) {
                return;
            }
            for (Path file : filesOf(directory, names)) {
                if (!isOfSameUser(directory)) {
                    return;
                }
                adopted.add(Files.move(file, open().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE));
            }
            removeIfEmpty(directory);
        } catch (NoSuchFileException adoptedBySomebodyElse) {
            return;
        }
    }

    /** In a directory that others may write to, telemetry could be planted. */
    private boolean isOfSameUser(Path directory) throws IOException {
        return Files.getOwner(directory).equals(Files.getOwner(open()));
    }

    private static List<Path> filesOf(Path directory, Pattern names) throws IOException {
        return children(directory).stream()
                .filter(file -> names.matcher(file.getFileName().toString()).matches())
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<Path> children(Path directory) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            List<Path> children = new ArrayList<>();
            stream.forEach(children::add);
            return children;
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static void removeIfEmpty(Path directory) throws IOException {
        List<Path> left = children(directory);
        if (left.stream().allMatch(file -> file.getFileName().toString().equals(LOCK))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        }
    }

    /** Gives the directory up: removed if nothing is left in it, else for the next process to adopt. */
    @Override
    public synchronized void close() throws IOException {
        Path closing = own;
        FileChannel held = lock;
        if (closing == null || held == null) {
            return;
        }
        own = null;
        lock = null;
        try (held) {
            removeIfEmpty(closing);
        } finally {
            HELD.remove(closing);
        }
    }
}
