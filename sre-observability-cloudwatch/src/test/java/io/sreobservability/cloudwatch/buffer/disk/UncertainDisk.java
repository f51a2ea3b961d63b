package io.sreobservability.cloudwatch.buffer.disk;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A disk that fills up, or that nothing may be written to any more, as the system tells it. Its paths are those of the real one
 * under which it lies, so that whatever works with paths works with this disk, too.
 */
public final class UncertainDisk extends FileSystem {

    private final FileSystem real = FileSystems.getDefault();
    private final FileSystemProvider provider = new UncertainDiskProvider(this, real.provider());
    private volatile long room = Long.MAX_VALUE;
    private volatile boolean readOnly;
    private volatile boolean opensNothing;
    private final AtomicInteger readsToFail = new AtomicInteger();

    /** A path of the real disk, on this one. */
    public Path at(Path realPath) {
        return (Path) Proxy.newProxyInstance(
                UncertainDisk.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, given) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return this;
                    }
                    Object[] arguments = given == null ? new Object[0] : given.clone();
                    for (int i = 0; i < arguments.length; i++) {
                        arguments[i] = arguments[i] instanceof Path path ? real(path) : arguments[i];
                    }
                    try {
                        Object result = method.invoke(realPath, arguments);
                        return result instanceof Path path ? at(path) : result;
                    } catch (InvocationTargetException failed) {
                        throw Objects.requireNonNull(failed.getCause());
                    }
                });
    }

    /** The real path behind one of this disk. */
    static Path real(Path path) {
        return path.getFileSystem() instanceof UncertainDisk disk ? disk.real.getPath(path.toString()) : path;
    }

    /** So many bytes find room from now on. */
    public void hasRoomFor(long bytes) {
        room = bytes;
    }

    /** From now on nothing can be written, as after an error that made the system mount it anew; or again, it can. */
    public void isReadOnly(boolean now) {
        readOnly = now;
    }

    /** From now on no file can be opened, as when the process has too many open; or again, it can. */
    public void opensNothing(boolean now) {
        opensNothing = now;
    }

    /** The next so many reads fail, as with a cable that is loose. */
    public void failsReads(int times) {
        readsToFail.set(times);
    }

    /** Whoever wants to read asks here before. */
    void checkReads() throws IOException {
        if (readsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("Input/output error");
        }
    }

    /** Whoever wants to open a file asks here before. */
    void checkOpens(Path path) throws IOException {
        if (opensNothing) {
            throw new FileSystemException(path.toString(), null, "Too many open files");
        }
    }

    /** Whoever wants to change something asks here before. */
    void checkWritable(Path path) throws IOException {
        if (readOnly) {
            throw new AccessDeniedException(path.toString(), null, "Read-only file system");
        }
    }

    /** How many of so many bytes find room; the first that does not is an error, as it is for the system. */
    synchronized int granted(int bytes) throws IOException {
        if (readOnly) {
            throw new IOException("Read-only file system");
        }
        if (room == 0 && bytes > 0) {
            throw new IOException("No space left on device");
        }
        int granted = (int) Math.min(bytes, room);
        room -= room == Long.MAX_VALUE ? 0 : granted;
        return granted;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return at(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        return real.getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }
}
