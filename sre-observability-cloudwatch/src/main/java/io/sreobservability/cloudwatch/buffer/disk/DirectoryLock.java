package io.sreobservability.cloudwatch.buffer.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lock that a process holds in its directory, and what only its holder may do there. */
final class DirectoryLock {

    private static final String NAME = "lock";

    private DirectoryLock() {}

    /** The open lock file if the lock could be had; it is held until the file is closed. */
    static @Nullable FileChannel tryLock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME),
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

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /** Removes a directory that has nothing but the lock. */
    static void removeIfEmpty(Path directory) throws IOException {
        List<Path> left = children(directory);
        if (left.stream().allMatch(file -> file.getFileName().toString().equals(NAME))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        }
    }

    static List<Path> children(Path directory) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            List<Path> children = new ArrayList<>();
            stream.forEach(children::add);
            return children;
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }
}
