package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nothing of a span outlives it: at full speed the heap after a collection stays as it is, and so do the threads.
 *
 * <p>Runs a bounded number of calls. For ten minutes:
 *
 * <pre>{@code
 * mvn verify -pl sre-observability-aspects -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dsoak.minutes=10
 * }</pre>
 */
class SoakTest {
    private static final int MINUTES = Integer.getInteger("soak.minutes", 0);
    private static final int SAMPLES = MINUTES == 0 ? 12 : MINUTES * 6;

    /** Less than two of the large attributes. */
    private static final long MOST_GROWTH_BYTES = 1_500_000;

    /** One call of eleven gives a future that never ends: to leak the smallest object of its span would be more than this. */
    private static final double MOST_BYTES_A_CALL = 4;

    private record Sample(long calls, long heapBytes, int threads) {
        static Sample of(String line) {
            String[] fields = line.split("\t", -1);
            return new Sample(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Integer.parseInt(fields[2]));
        }
    }

    @Test
    void theHeapAfterACollectionAndTheThreadsStayTheSame() throws Exception {
        String[] length = MINUTES == 0 ? new String[] {"500", "rounds"} : new String[] {"10", "seconds"};
        List<String> lines = ChildJvm.run(
                List.of("-Xmx64m", "-XX:+UseSerialGC"), SoakProbe.class, String.valueOf(SAMPLES), length[0], length[1]);
        List<Sample> samples =
                lines.subList(0, SAMPLES).stream().map(Sample::of).toList();
        List<Sample> warm = samples.subList(SAMPLES / 3, SAMPLES);
        Sample first = warm.get(0);
        Sample last = warm.get(warm.size() - 1);

        System.out.printf(
                "Soak: %d calls, heap after a collection %d KB after %d calls and %d KB at the end, slope %.3f bytes a"
                        + " call, %d threads, %s%n",
                last.calls(),
                first.heapBytes() / 1024,
                first.calls(),
                last.heapBytes() / 1024,
                slope(warm),
                last.threads(),
                lines.get(SAMPLES));
        assertThat(slope(warm)).as("bytes a call").isLessThan(MOST_BYTES_A_CALL);
        assertThat(last.heapBytes() - first.heapBytes()).isLessThan(MOST_GROWTH_BYTES);
        assertThat(warm).extracting(Sample::threads).containsOnly(first.threads());
        assertThat(lines.get(SAMPLES)).endsWith(" 0 faults");
    }

    /** Least squares: bytes for each call. */
    private static double slope(List<Sample> samples) {
        double meanCalls = samples.stream().mapToLong(Sample::calls).average().orElseThrow();
        double meanBytes =
                samples.stream().mapToLong(Sample::heapBytes).average().orElseThrow();
        double products = samples.stream()
                .mapToDouble(sample -> (sample.calls() - meanCalls) * (sample.heapBytes() - meanBytes))
                .sum();
        double squares = samples.stream()
                .mapToDouble(sample -> Math.pow(sample.calls() - meanCalls, 2))
                .sum();
        return products / squares;
    }
}
