package io.sreobservability.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The CPU time of this process, in nanoseconds, without what the JIT compiler took. An agent's code is compiled for minutes,
 * and when exactly is chance: it would hide what is measured. Linux only, where each thread's time can be read.
 */
final class ProcessCpu {
    private static final Path THREADS = Path.of("/proc/self/task");

    private final com.sun.management.OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    /** The time up to now. Compiler threads must not end meanwhile: {@code -XX:-UseDynamicNumberOfCompilerThreads}. */
    long nanos() {
        return system.getProcessCpuTime() - compilerNanos();
    }

    private static long compilerNanos() {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                sum += isCompiler(thread) ? nanosOf(thread) : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the CPU time of threads can be read on Linux only", e);
        }
        return sum;
    }

    private static boolean isCompiler(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    /** The first number of this file is the time on a processor. */
    private static long nanosOf(Path thread) throws IOException {
        String schedule = Files.readString(thread.resolve("schedstat"));
        return Long.parseLong(schedule.substring(0, schedule.indexOf(' ')));
    }
}
