package io.sreobservability.cloudwatch.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryBooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that share a buffer and are killed, one after the other, at moments that nobody chose. */
final class Killings {

    /** Spans that were safe when their program died, those of them that never arrived, and those that arrived twice. */
    record Result(long safe, long lost, long twice, long arrived) {}

    private static final int LONGEST_LIFE_MILLIS = 700;

    private static final Pattern SAID = Pattern.compile("made (\\d+) safe (\\d+)");

    private final TelemetryBooks books;
    private final Path buffer;
    private final Random random;
    private final Map<String, Long> safe = new TreeMap<>();

    Killings(TelemetryBooks books, Path buffer, long seed) {
        this.books = books;
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

    /** One program, over a receiver that is away, is asked to end (SIGTERM); all that it had made by then should be safe. */
    Result end() throws IOException, InterruptedException {
        try (UnreliableReceiver receiver = new UnreliableReceiver()) {
            receiver.become(Fault.STATUS_503);
            Process program = start(receiver, "ended");
            try (BufferedReader said = said(program)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    Matcher numbers = SAID.matcher(line);
                    if (numbers.matches() && !safe.containsKey("ended") && Long.parseLong(numbers.group(2)) > 0) {
                        safe.put("ended", Long.parseLong(numbers.group(1)));
                        program.toHandle().destroy();
                    }
                }
            } finally {
                program.destroyForcibly().waitFor();
            }
            receiver.become(Fault.NONE);
            deliverTheRest(receiver);
            return result(receiver);
        }
    }

    private Process start(UnreliableReceiver receiver, String name) throws IOException {
        return new ProcessBuilder(List.of(
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
    }

    private static BufferedReader said(Process program) {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8));
    }

    private void killOne(UnreliableReceiver receiver, String name) throws IOException, InterruptedException {
        Process program = start(receiver, name);
        try (BufferedReader said = said(program)) {
            long dies = Long.MAX_VALUE;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher numbers = SAID.matcher(line);
                if (!numbers.matches()) {
                    continue;
                }
                safe.put(name, Long.parseLong(numbers.group(2)));
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
        try (SreTelemetry telemetry = Telemetry.start(books, receiver.url(), buffer, Duration.ofSeconds(5))) {
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
