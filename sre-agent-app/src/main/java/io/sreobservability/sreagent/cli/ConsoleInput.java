package io.sreobservability.sreagent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The lines that somebody types, or that come through a pipe. Read by a thread of its own, because waiting for a line can
 * then be given up, which reading it can't.
 */
final class ConsoleInput {
    private static final int AHEAD = 16;

    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(AHEAD);
    private boolean ended;

    /** Starts to read. */
    ConsoleInput(InputStream in) {
        Thread reader = new Thread(() -> readAll(in), "sre-agent-input");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(InputStream in) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
        try {
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.put(Optional.of(line));
                }
            } catch (IOException e) {
                // Nothing more comes: the same as an end.
            }
            lines.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next line without blanks around it; empty at the end of the input, and ever after. */
    synchronized Optional<String> next() throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        Optional<String> line = lines.take();
        ended = line.isEmpty();
        return line.map(String::strip);
    }
}
