package io.sreobservability.cloudwatch.buffer.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
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

    /** A process that is gone has left a record of so many bytes. */
    private void leave(int bytes) throws IOException {
        try (BufferDirectory dead = new BufferDirectory(root)) {
            SegmentQueue left = new SegmentQueue(dead, "spans", MUCH, InstantSource.system());
            left.append(List.of(new byte[bytes]));
            left.close();
        }
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
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(3, 0, 0));
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
        assertThat(neighbour.adopt()).isEqualTo(new SegmentQueue.Adopted(0, 0, 0));
        other.close();
        assertThat(waiting()).containsExactly("record 0");
    }

    /** Such as one of another user, whose lock may not be opened; a folder in its place fails for everybody. */
    @Test
    void aDirectoryThatCannotBeUsedKeepsNobodyFromTheOthers() throws IOException {
        start();
        queue.append(records(0, 2));
        stop();
        for (String first : List.of("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")) {
            Files.createDirectories(root.resolve("process-" + first).resolve("lock"));
        }
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(2, 0, 0));
        assertThat(waiting()).containsExactly("record 0", "record 1");
    }

    @Test
    void aQueueAdoptsOnlyWhatWasMeantForItsDestination() throws IOException {
        start();
        queue.append(records(0, 1));
        stop();
        directory = new BufferDirectory(root);
        queue = queue("spans-elsewhere");
        assertThat(queue.adopt()).isEqualTo(new SegmentQueue.Adopted(0, 0, 0));
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
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(1, 0, 0));
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
    void noMoreIsAdoptedThanTheBoundAllowsAndTheRestWaitsForALaterProcess() throws IOException {
        for (int i = 0; i < 3; i++) {
            leave(400_000);
        }
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(2, 0, 1));
        assertThat(queue.hasRoomFor(List.of(new byte[400_000]))).isFalse();
        queue.acknowledge(2);
        stop();
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(1, 0, 0));
    }

    @Test
    void howeverManyProcessesAreGoneFewFilesAreOpenAtOnce() throws IOException {
        for (int i = 0; i < 60; i++) {
            leave(10);
        }
        UnixOperatingSystemMXBean process = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = process.getOpenFileDescriptorCount();
        assertThat(start().records()).isEqualTo(60);
        queue.append(records(0, 1));
        assertThat(waiting()).hasSize(1);
        assertThat(process.getOpenFileDescriptorCount() - before).isLessThan(20);
        queue.acknowledge(60);
        assertThat(waiting()).containsExactly("record 0");
    }

    @Test
    void anAcknowledgementThatCannotBeWrittenCostsNoRecord() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        queue.append(records(0, 5));
        disk.isReadOnly(true);
        queue.acknowledge(2);
        assertThat(queue.takeLost()).isZero();
        assertThat(waiting()).containsExactly("record 2", "record 3", "record 4");
        queue.acknowledge(1);
        disk.isReadOnly(false);
        stop();
        assertThat(start()).as("written at the end").isEqualTo(new SegmentQueue.Adopted(2, 0, 0));
        disk.isReadOnly(true);
        queue.acknowledge(1);
        stop();
        disk.isReadOnly(false);
        assertThat(start()).as("a duplicate, and no loss").isEqualTo(new SegmentQueue.Adopted(2, 0, 0));
    }

    @Test
    void allFilesOfADiskThatBecameReadOnlyAreRead() throws IOException {
        for (int i = 1; i <= 3; i++) {
            leave(i);
        }
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        disk.isReadOnly(true);
        for (int i = 1; i <= 3; i++) {
            assertThat(queue.peek(10, MUCH))
                    .singleElement()
                    .satisfies(record -> assertThat(record).hasSizeBetween(1, 3));
            assertThat(queue.isReadOnly()).isTrue();
            queue.acknowledge(1);
        }
        assertThat(queue.records()).isZero();
        assertThat(queue.takeLost()).isZero();
    }

    @Test
    void aFileThatCanBeWrittenAgainIs() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        queue.append(records(0, 5));
        stop();
        start();
        disk.isReadOnly(true);
        assertThat(waiting()).hasSize(5);
        queue.acknowledge(2);
        disk.isReadOnly(false);
        queue.acknowledge(1);
        assertThat(queue.isReadOnly()).isFalse();
        assertThat(waiting()).containsExactly("record 3", "record 4");
        stop();
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(2, 0, 0));
    }

    @Test
    void whatCannotBeOpenedNowIsThereLater() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        queue.append(records(0, 2));
        stop();
        start();
        disk.opensNothing(true);
        assertThat(waiting()).isEmpty();
        assertThat(queue.takeLost()).isZero();
        assertThat(queue.records()).isEqualTo(2);
        disk.opensNothing(false);
        assertThat(waiting()).containsExactly("record 0", "record 1");
    }

    @Test
    void aReadThatFailsReturnsNothingAndNotTheWrongRecord() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        // Each fills what is read at once, so that the next one has to be read anew.
        int payload = 256 * 1024 - RecordFormat.HEADER_BYTES;
        queue.append(IntStream.range(0, 3)
                .mapToObj(i -> ByteBuffer.allocate(payload).put(0, (byte) i).array())
                .toList());
        assertThat(queue.peek(1, MUCH))
                .singleElement()
                .satisfies(record -> assertThat(record[0]).isZero());
        disk.failsReads(1);
        assertThat(queue.peekBehind(1, 1, MUCH)).isEmpty();
        assertThat(queue.peekBehind(1, 1, MUCH))
                .singleElement()
                .satisfies(record -> assertThat(record[0]).isEqualTo((byte) 1));
    }

    @Test
    void aFileThatCannotBeReadIsTriedAgainBeforeItIsGivenUp() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        queue.append(records(0, 5));
        disk.failsReads(2);
        queue.acknowledge(2);
        assertThat(waiting()).isEmpty();
        assertThat(queue.records()).isEqualTo(3);
        assertThat(waiting()).containsExactly("record 2", "record 3", "record 4");
        assertThat(queue.takeLost()).isZero();
        stop();
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(3, 0, 0));
        disk.failsReads(Integer.MAX_VALUE);
        for (int i = 0; i < 19; i++) {
            assertThat(waiting()).isEmpty();
            assertThat(queue.records()).isEqualTo(3);
        }
        assertThat(waiting()).isEmpty();
        assertThat(queue.records()).isZero();
        assertThat(queue.takeLost()).isEqualTo(3);
    }

    @Test
    void whatFoundNoRoomOnTheDiskIsNotInTheQueueAndHarmsNothing() throws IOException {
        UncertainDisk disk = new UncertainDisk();
        root = disk.at(root);
        start();
        queue.append(records(0, 3));
        disk.hasRoomFor(50);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> queue.append(records(3, 10)));
        disk.hasRoomFor(MUCH);
        queue.append(records(10, 11));
        assertThat(waiting()).containsExactly("record 0", "record 1", "record 2", "record 10");
        stop();
        assertThat(start()).isEqualTo(new SegmentQueue.Adopted(4, 0, 0));
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
