package io.sreobservability.cloudwatch.delivery;

/**
 * What keeps a flush of one exporter from being a success.
 *
 * @param lost items that failed or were dropped since the last flush
 * @param waiting items that still wait for an acknowledgement
 * @param kept those of them that are on the disk, where they survive the process
 */
public record Shortfall(Signal signal, long lost, long waiting, long kept) {

    public boolean isNothing() {
        return lost == 0 && waiting == 0;
    }

    @Override
    public String toString() {
        String text = signal.items() + ": " + lost + " lost";
        if (waiting == 0) {
            return text;
        }
        return text + ", " + waiting + " still waiting" + (kept == 0 ? "" : ", " + kept + " of them on the disk");
    }
}
