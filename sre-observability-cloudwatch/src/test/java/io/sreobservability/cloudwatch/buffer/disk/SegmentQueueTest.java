package io.sreobservability.cloudwatch.buffer.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentQueueTest {

    private static final long MUCH = 1_000_000;

    @TempDir
    Path root;

    private BufferDirectory directory = new BufferDirectory(Path.of("unused"));
    private SegmentQueue queue = queue("spans");

    private SegmentQueue queue(String name) {
        return new SegmentQueue(directory, name, MUCH, InstantSource.system());
    }

    /** A process starts: what the one before it left is adopted. */
    private SegmentQueue.Adopted start() throws IOException {
        directory = new BufferDirectory(root);
        queue = queue("spans");
        return queue.adopt();
    }

    @AfterEach
    void stop() throws IOException {
        queue.close();
        directory.close();
    }

    private static List<byte[]> records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ("record " + i).getBytes(UTF_8))
                .toList();
    }

    private List<String> waiting() {
        return queue.peek(Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                .map(record -> new String(record, UTF_8))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsNotAcknowledgedWaitsForTheNextProcessInItsOrder() throws IOException {
        start();
        queue.append(records(0, 3));
        queue.append(records(3, 5));
        queue.acknowledge(2);
        stop();
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(3, 0));
        queue.append(records(5, 6));
        assertThat(waiting()).containsExactly("record 2", "record 3", "record 4");
        queue.acknowledge(3);
        assertThat(waiting()).containsExactly("record 5");
    }

    @Test
    void nothingIsLeftOfWhatWasAcknowledged() throws IOException {
        start();
        queue.append(records(0, 3));
        queue.acknowledge(3);
        assertThat(queue.records()).isZero();
        stop();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenBeforeThereIsSomethingToKeep() throws IOException {
        start();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsInUseIsLeftAlone() throws IOException {
        start();
        queue.append(records(0, 1));
        BufferDirectory other = new BufferDirectory(root);
        SegmentQueue neighbour = new SegmentQueue(other, "spans", MUCH, InstantSource.system());
        assertThat(neighbour.adopt()).isEqualTo(new SegmentQueue.Adopted(0, 0));
        other.close();
        assertThat(waiting()).containsExactly("record 0");
    }

    @Test
    void aQueueAdoptsOnlyWhatWasMeantForItsDestination() throws IOException {
        start();
        queue.append(records(0, 1));
        stop();
        directory = new BufferDirectory(root);
        queue = queue("spans-elsewhere");
        assertThat(queue.adopt()).isEqualTo(new SegmentQueue.Adopted(0, 0));
        stop();
        assertThat(start().records()).isEqualTo(1);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        root = root.resolve("buffer");
        start();
        queue.append(records(0, 1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(files()).hasSize(2).allSatisfy(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        });
    }

    @Test
    void filesOfOthersAreNeitherReadNorRemoved() throws IOException {
        start();
        queue.append(records(0, 1));
        Path theirs = directory.open().resolve("spans-notes.txt");
        stop();
        Files.writeString(theirs, "not a segment");
        Path beside = Files.createDirectory(root.resolve("a folder")).resolve("file");
        Files.writeString(beside, "x");
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(1, 0));
        assertThat(theirs).hasContent("not a segment");
        assertThat(beside).hasContent("x");
    }

    @Test
    void theBoundIsKept() throws IOException {
        start();
        List<byte[]> large = List.of(new byte[100_000]);
        int appended = 0;
        while (queue.hasRoomFor(large)) {
            queue.append(large);
            appended++;
        }
        assertThat(appended).isEqualTo(9);
        assertThat(files().stream().mapToLong(file -> file.toFile().length()).sum())
                .isLessThan(MUCH);
        queue.acknowledge(2);
        assertThat(queue.hasRoomFor(large))
                .as("segments are removed one by one")
                .isTrue();
    }

    @Test
    void whatCannotBeWrittenIsNotInTheQueue() throws IOException {
        Path file = Files.createFile(root.resolve("a file"));
        directory = new BufferDirectory(file.resolve("below"));
        queue = queue("spans");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> queue.append(records(0, 1)));
        assertThat(queue.records()).isZero();
    }
}
