package io.sreobservability.cloudwatch.delivery;

/**
 * What keeps a flush of one exporter from being a success.
 *
 * @param lost items that failed or were dropped since the last flush
 * @param waiting items that still wait for an acknowledgement
 */
public record Shortfall(Signal signal, long lost, long waiting) {

    public boolean isNothing() {
        return lost == 0 && waiting == 0;
    }

    @Override
    public String toString() {
        String text = signal.items() + ": " + lost + " lost";
        return waiting == 0 ? text : text + ", " + waiting + " still waiting";
    }
}
