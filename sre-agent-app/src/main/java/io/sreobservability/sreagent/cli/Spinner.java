package io.sreobservability.sreagent.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * The last line of a terminal while somebody waits: a turning bar, the seconds, what is going on. Where there is no terminal
 * it prints lines and nothing else. Safe for use by several threads.
 */
final class Spinner implements AutoCloseable {
    private static final String BAR = "|/-\\";
    private static final long TICK_MILLIS = 120;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();

    private String doing = "";
    private boolean ended;
    private int turn;

    /** Starts to turn with the first {@link #doing}. */
    Spinner(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            Thread ticker = new Thread(this::tick, "sre-agent-spinner");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    /** How long it has been there. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Prints whole lines above it. */
    synchronized void print(String lines) {
        out.println(terminal ? CLEAR_LINE + lines : lines);
        draw();
    }

    /** What is said to be going on; nothing turns while it is empty. */
    synchronized void doing(String what) {
        doing = what;
        draw();
    }

    /** Stops to turn and leaves the cursor behind this text, for somebody to answer. */
    synchronized void ask(String question) {
        doing = "";
        out.print(terminal ? CLEAR_LINE + question : question);
        out.flush();
    }

    private synchronized void tick() {
        try {
            while (!ended) {
                turn++;
                draw();
                wait(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        if (terminal && !ended && !doing.isEmpty()) {
            char bar = BAR.charAt(turn % BAR.length());
            double seconds = elapsed().toMillis() / 1000.0;
            out.print(CLEAR_LINE + String.format(Locale.ROOT, "%c %.1f s  %s", bar, seconds, doing));
        }
        out.flush();
    }

    /** Ends it and takes it away. */
    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            if (terminal && !doing.isEmpty()) {
                out.print(CLEAR_LINE);
            }
            out.flush();
            notifyAll();
        }
    }
}
