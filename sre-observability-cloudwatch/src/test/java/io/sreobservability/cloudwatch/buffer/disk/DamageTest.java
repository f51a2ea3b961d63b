package io.sreobservability.cloudwatch.buffer.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;

/** A file of the buffer in any state: damage costs the records that it hits, and nothing else. */
class DamageTest {

    private static final int HEADER = 16;

    private final Path root = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("damage");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterTry
    void remove() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    /** A record knows its number; its length varies, and it may hold what looks like the beginning of a record. */
    private static byte[] record(int number, Random random) {
        ByteBuffer record = ByteBuffer.allocate(8 + random.nextInt(200)).putInt(number);
        while (record.remaining() >= Integer.BYTES) {
            record.putInt(random.nextInt(8) == 0 ? RecordFormat.MARKER : random.nextInt());
        }
        return record.array();
    }

    /** Writes a segment as a process that was killed leaves it. */
    private Path segment(List<byte[]> records) throws IOException {
        BufferDirectory directory = new BufferDirectory(root);
        SegmentQueue queue = new SegmentQueue(directory, "spans", Long.MAX_VALUE, InstantSource.system());
        queue.append(records);
        queue.close();
        Path file;
        try (Stream<Path> files = Files.list(directory.open())) {
            file = files.filter(path -> path.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
        directory.close();
        return file;
    }

    private List<Integer> survivors() throws IOException {
        BufferDirectory directory = new BufferDirectory(root);
        SegmentQueue queue = new SegmentQueue(directory, "spans", Long.MAX_VALUE, InstantSource.system());
        SegmentQueue.Adopted adopted = queue.adopt();
        List<Integer> numbers = new ArrayList<>();
        for (List<byte[]> next = queue.peek(7, 1_000); !next.isEmpty(); next = queue.peek(7, 1_000)) {
            next.forEach(record -> numbers.add(ByteBuffer.wrap(record).getInt()));
            queue.acknowledge(next.size());
        }
        assertThat(numbers).hasSize((int) adopted.records());
        assertThat(queue.takeLost()).isZero();
        queue.close();
        directory.close();
        return numbers;
    }

    @Property(tries = 150)
    void flippedBytesCostTheRecordsTheyAreIn(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 0, max = 5) int flips,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        List<Integer> ownerOfByte = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = record(i, random);
            records.add(record);
            for (int b = 0; b < RecordFormat.HEADER_BYTES + record.length; b++) {
                ownerOfByte.add(i);
            }
        }
        Path file = segment(records);
        byte[] bytes = Files.readAllBytes(file);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            expected.add(i);
        }
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            if (at >= HEADER) {
                expected.remove(ownerOfByte.get(at - HEADER));
            }
        }
        Files.write(file, bytes);

        assertThat(survivors())
                .isSubsetOf(records.isEmpty() ? List.of() : range(count))
                .containsAll(expected);
    }

    private static List<Integer> range(int count) {
        List<Integer> range = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            range.add(i);
        }
        return range;
    }

    @Property(tries = 100)
    void aFileThatEndsTooEarlyHasAllRecordsBeforeItsEnd(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(i, random));
        }
        Path file = segment(records);
        byte[] bytes = Files.readAllBytes(file);
        int end = random.nextInt(bytes.length + 1);
        Files.write(file, java.util.Arrays.copyOf(bytes, end));

        int whole = 0;
        for (int position = HEADER; whole < count; whole++) {
            position += RecordFormat.HEADER_BYTES + records.get(whole).length;
            if (position > end) {
                break;
            }
        }
        assertThat(survivors()).isEqualTo(range(whole));
    }

    @Property(tries = 50)
    void bytesOfNobodyHarmNobody(@ForAll byte[] garbage) throws IOException {
        Path file = segment(List.of(record(0, new Random(1))));
        Files.write(file, garbage);
        assertThat(survivors()).isEmpty();
    }
}
