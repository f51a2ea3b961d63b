package io.sreobservability.benchmarks.report;

import io.sreobservability.benchmarks.span.Sampling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results as Markdown: the bars with their ratios first, then the figures they come from. */
final class SpanCostReport {
    /** The calls, in the order in which they are printed. */
    static final List<String> CALLS = List.of("oneAttribute", "fullSet", "failure", "async");

    private final Results results;

    SpanCostReport(Results results) {
        this.results = results;
    }

    /** Every bar that was measured, and how many were not. */
    String bars() {
        StringBuilder out = new StringBuilder();
        out.append("| what | call | spans | unit | ratio or difference | 95 % interval | bar | |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        int missing = 0;
        for (Bar bar : Bar.all()) {
            Optional<Interval> value = bar.value(results);
            value.ifPresent(measured -> out.append(row(bar, measured)));
            missing += value.isPresent() ? 0 : 1;
        }
        return missing == 0 ? out.toString() : out + "\nNot measured: " + missing + " more bars.\n";
    }

    /** Whether a bar was measured and not met. */
    boolean misses() {
        return Bar.all().stream()
                .anyMatch(bar ->
                        bar.value(results).filter(value -> !bar.isMetBy(value)).isPresent());
    }

    /** Every figure. */
    String figures() {
        StringBuilder out = new StringBuilder();
        out.append("| call | spans | form | B/op | ns/op |\n| --- | --- | --- | --- | --- |\n");
        for (String call : CALLS) {
            for (Sampling sampling : Sampling.values()) {
                for (Form form : Form.values()) {
                    results.nanos(form, call, sampling)
                            .ifPresent(nanos ->
                                    out.append(row(call, sampling, form, results.bytes(form, call, sampling), nanos)));
                }
            }
        }
        return out.toString();
    }

    private static String row(Bar bar, Interval value) {
        String number = bar.measure().isRatio() ? "%.2f" : "%.1f";
        return line(
                bar.form().label()
                        + (bar.measure().isRatio() ? " / " : " - ")
                        + bar.against().label(),
                bar.call(),
                spans(bar.form(), bar.sampling()),
                bar.measure().unit(),
                format(bar.measure().isRatio() ? number : "%+.1f", value.mean()),
                format(number + " to " + number, value.low(), value.high()),
                "<= " + format(number, bar.limit()),
                bar.isMetBy(value) ? "pass" : "MISS");
    }

    private static String row(String call, Sampling sampling, Form form, Optional<Interval> bytes, Interval nanos) {
        return line(
                call,
                spans(form, sampling),
                form.label(),
                bytes.map(value -> format("%.0f", value.mean())).orElse("-"),
                format("%.1f ± %.1f", nanos.mean(), nanos.high() - nanos.mean()));
    }

    private static String spans(Form form, Sampling sampling) {
        return form == Form.PLAIN || form == Form.OFF ? "none" : sampling.name().toLowerCase(Locale.ROOT);
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
