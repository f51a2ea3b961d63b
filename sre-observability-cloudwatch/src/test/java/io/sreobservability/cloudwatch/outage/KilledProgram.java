package io.sreobservability.cloudwatch.outage;

import io.opentelemetry.api.trace.Tracer;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.delivery.Balance;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes spans until it is killed, one thousand a second, and says how many it has made and how many of them are safe: delivered or
 * on the disk. Spans keep their order, so these are the first ones.
 */
final class KilledProgram {

    private static final int MILLIS = 10;
    private static final int SPANS_EACH_TIME = 10;

    private KilledProgram() {}

    /** Arguments: URL of the receiver, directory of the buffer, a name for the run. */
    public static void main(String[] args) throws InterruptedException {
        SreTelemetry telemetry = SreTelemetry.start(Telemetry.config(args[0], Path.of(args[1]), Duration.ofSeconds(5)));
        Tracer tracer = telemetry.openTelemetry().getTracer("test");
        for (int made = 0; ; made += SPANS_EACH_TIME) {
            for (int i = made; i < made + SPANS_EACH_TIME; i++) {
                tracer.spanBuilder(args[2] + "-" + i).startSpan().end();
            }
            Balance balance = telemetry.balances().get(0);
            long safe = balance.delivered() + balance.waiting().onDisk() - balance.recovered();
            System.out.println("made " + (made + SPANS_EACH_TIME) + " safe " + Math.max(0, safe));
            Thread.sleep(MILLIS);
        }
    }
}
