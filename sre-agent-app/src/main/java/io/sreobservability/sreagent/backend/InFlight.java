package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Knows the requests that are being answered, so that a stop can wait for them ({@code HttpServer.stop} of JDK 17 waits
 * its whole delay even when there is nothing to wait for). After {@link #drain} new requests are refused with 503.
 */
final class InFlight extends Filter {
    /** One party per request, and one of our own until the drain. */
    private final Phaser phaser = new Phaser(1);

    private final AtomicBoolean draining = new AtomicBoolean();

    @Override
    public String description() {
        return "requests in flight";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        // Closing ends the answer; inside the count, so that a drained server has sent everything.
        boolean accepted = !draining.get() && phaser.register() >= 0;
        try (exchange) {
            if (accepted) {
                chain.doFilter(exchange);
            } else {
                exchange.getResponseHeaders().set("Connection", "close");
                exchange.getResponseHeaders().set("Retry-After", "1");
                Answers.refuse(exchange, 503, "The server is stopping");
            }
        } finally {
            if (accepted) {
                phaser.arriveAndDeregister();
            }
        }
    }

    /** Refuses new requests and waits for the others; whether they ended in time. */
    boolean drain(Duration longest) {
        if (draining.compareAndSet(false, true)) {
            phaser.arriveAndDeregister();
        }
        try {
            phaser.awaitAdvanceInterruptibly(0, longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
