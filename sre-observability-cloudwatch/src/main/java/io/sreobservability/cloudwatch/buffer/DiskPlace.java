package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.buffer.disk.BufferDirectory;
import java.nio.file.Path;

/**
 * Where a pipeline keeps on the disk what it cannot deliver.
 *
 * @param root the directory that all processes share, as it may be shown
 * @param queue a name of file names' characters; the same for the same destination only, since the next process delivers to
 *     its own destination what was left under this name
 * @param limitBytes the most bytes to take
 */
public record DiskPlace(BufferDirectory directory, Path root, String queue, long limitBytes) {}
