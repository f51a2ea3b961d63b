package io.sreobservability.cloudwatch.buffer.disk;

import io.sreobservability.cloudwatch.buffer.disk.AbandonedFiles.Found;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
            lock = DirectoryLock.tryLock(directory);
            // Between the two lines above somebody may have taken it for abandoned and removed it.
            own = lock == null || !DirectoryLock.isIn(directory) ? null : directory;
        } catch (NoSuchFileException takenForAbandoned) {
            return null;
        } finally {
            if (own == null) {
                HELD.remove(directory);
            }
        }
        return own;
    }

    /**
     * What {@link #adopt} came to.
     *
     * @param files in this process's directory now, oldest first
     * @param left how many stay where they are, for want of room
     */
    record Adoption(List<Path> files, int left) {}

    /**
     * Takes over the files of certain names from processes that are gone, the oldest first.
     *
     * @param limitBytes the most bytes to take, but one file in any case
     * @throws IOException if there are some and this process cannot have a directory
     */
    synchronized Adoption adopt(Pattern names, long limitBytes) throws IOException {
        if (!Files.isDirectory(root)) {
            return new Adoption(List.of(), 0);
        }
        List<Found> found = new AbandonedFiles(root, BufferDirectory::isOfAnotherProcess, names).find();
        if (found.isEmpty()) {
            return new Adoption(List.of(), 0);
        }
        int chosen = 1;
        long bytes = found.get(0).bytes();
        while (chosen < found.size() && bytes + found.get(chosen).bytes() <= limitBytes) {
            bytes += found.get(chosen++).bytes();
        }
        return new Adoption(AbandonedFiles.take(found.subList(0, chosen), open()), found.size() - chosen);
    }

    private static boolean isOfAnotherProcess(Path directory) {
        return NAME.matcher(directory.getFileName().toString()).matches()
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && !HELD.contains(directory);
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
            DirectoryLock.removeIfEmpty(closing);
        } finally {
            HELD.remove(closing);
        }
    }
}
