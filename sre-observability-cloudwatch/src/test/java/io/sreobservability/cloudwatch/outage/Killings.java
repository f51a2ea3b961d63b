package io.sreobservability.cloudwatch.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.SreTelemetry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Programs that share a buffer and are killed, one after the other, at moments that nobody chose. */
final class Killings {

    /** Spans that were safe when their program died, those of them that never arrived, and those that arrived twice. */
    record Result(long safe, long lost, long twice, long arrived) {}

    private static final int LONGEST_LIFE_MILLIS = 700;

    private final Path buffer;
    private final Random random;
    private final Map<String, Long> safe = new TreeMap<>();

    Killings(Path buffer, long seed) {
        this.buffer = buffer;
        this.random = new Random(seed);
    }

    Result run(int programs) throws IOException, InterruptedException {
        try (UnreliableReceiver receiver = new UnreliableReceiver()) {
            for (int i = 0; i < programs; i++) {
                // The first one always has something to leave.
                Fault[] faults = Fault.values();
                receiver.become(i == 0 ? Fault.STATUS_503 : faults[random.nextInt(faults.length)]);
                killOne(receiver, "run" + i);
            }
            receiver.become(Fault.NONE);
            deliverTheRest(receiver);
            return result(receiver);
        }
    }

    private void killOne(UnreliableReceiver receiver, String name) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        receiver.url(),
                        buffer.toString(),
                        name))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
            long dies = Long.MAX_VALUE;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!line.startsWith("safe ")) {
                    continue;
                }
                safe.put(name, Long.parseLong(line.substring(5)));
                if (dies == Long.MAX_VALUE && safe.get(name) > 0) {
                    dies = System.nanoTime() + random.nextInt(LONGEST_LIFE_MILLIS) * 1_000_000L;
                }
                if (System.nanoTime() >= dies) {
                    // Not Process.destroyForcibly, which throws away what was said before.
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private void deliverTheRest(UnreliableReceiver receiver) {
        try (SreTelemetry telemetry = Telemetry.start(receiver.url(), buffer, Duration.ofSeconds(5))) {
            await().atMost(60, SECONDS).until(() -> telemetry.flush(Duration.ofSeconds(20)));
        }
    }

    private Result result(UnreliableReceiver receiver) {
        long all = 0;
        long lost = 0;
        for (Map.Entry<String, Long> run : safe.entrySet()) {
            for (long i = 0; i < run.getValue(); i++) {
                all++;
                lost += receiver.taken().containsKey(run.getKey() + "-" + i) ? 0 : 1;
            }
        }
        long twice =
                receiver.taken().values().stream().filter(times -> times > 1).count();
        return new Result(all, lost, twice, receiver.taken().size());
    }
}
