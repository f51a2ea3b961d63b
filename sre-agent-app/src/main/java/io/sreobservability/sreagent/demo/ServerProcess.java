package io.sreobservability.sreagent.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, known to be ready by the line in which it announces its address. */
final class ServerProcess {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(8);
    private static final Pattern ANNOUNCEMENT = Pattern.compile(".* listens on (http://[^/\\s]+)\\S*");

    private final String name;
    private final Path log;
    private final PrintWriter copy;
    private final Process process;
    private final CompletableFuture<String> announcement = new CompletableFuture<>();

    private ServerProcess(String name, Path log, PrintWriter copy, Process process) {
        this.name = name;
        this.log = log;
        this.copy = copy;
        this.process = process;
    }

    /**
     * Starts it and returns at once.
     *
     * @param name what messages call it
     * @param log gets everything it prints
     */
    static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Before the process: one whose output nobody takes stands still as soon as it has printed enough.
        PrintWriter copy = open(name, log);
        try {
            ServerProcess server = new ServerProcess(name, log, copy, builder.start());
            Thread reader = new Thread(server::read, "demo-" + name);
            reader.setDaemon(true);
            reader.start();
            return server;
        } catch (IOException e) {
            copy.close();
            throw new DemoException(name + " can't be started: " + e.getMessage(), e);
        }
    }

    private static PrintWriter open(String name, Path log) {
        try {
            return new PrintWriter(Files.newBufferedWriter(log), true);
        } catch (IOException e) {
            throw new DemoException(name + " was not started: its log " + log + " cannot be written", e);
        }
    }

    /** Until the process closes its output, which it does when it ends. */
    private void read() {
        String last = "it printed nothing";
        try (copy;
                BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                last = line;
                if (ANNOUNCEMENT.matcher(line).matches()) {
                    announcement.complete(line);
                }
            }
        } catch (IOException e) {
            last = String.valueOf(e.getMessage());
        }
        announcement.completeExceptionally(new DemoException(name + " did not start: " + last));
    }

    /**
     * Waits for the line in which it says that it is ready, and returns it.
     *
     * @throws DemoException if it ends before, or does not say so in time
     */
    String awaitReady() {
        try {
            return announcement.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoException known ? known : new DemoException(String.valueOf(e), e);
        } catch (TimeoutException e) {
            throw new DemoException(name + " was not ready after " + START.toSeconds() + " s: see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while " + name + " was starting", e);
        }
    }

    /** Scheme, host and port that it announced; waits for it. */
    URI address() {
        Matcher announced = ANNOUNCEMENT.matcher(awaitReady());
        if (!announced.matches()) {
            throw new AssertionError(announced);
        }
        return URI.create(announced.group(1));
    }

    long pid() {
        return process.pid();
    }

    /** Tells it to end, after what is in flight. */
    void requestStop() {
        process.destroy();
    }

    /** Waits for its end; one that does not heed the request is killed. */
    void awaitStop() {
        if (!ended(STOP)) {
            kill();
        }
    }

    /** Ends it as a crash would: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly();
        ended(STOP);
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
