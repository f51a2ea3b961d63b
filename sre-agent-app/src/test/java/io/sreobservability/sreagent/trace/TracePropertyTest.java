package io.sreobservability.sreagent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.trace.CriticalPath.Segment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TracePropertyTest {
    @Property(tries = 500)
    void everySpanOfAnyForestIsDrawnOnce(@ForAll("forests") List<TraceSpan> spans) {
        TraceTree tree = TraceTree.of(spans);

        List<String> lines = new Waterfall(tree, java.util.Set.of(), new Style(240, false, false)).lines();

        for (TraceSpan span : spans) {
            assertThat(lines.stream().filter(line -> line.contains(span.name() + " ")))
                    .as(span.name())
                    .hasSize(1);
        }
        long placeholders =
                lines.stream().filter(line -> line.endsWith("did not arrive)")).count();
        assertThat(lines).hasSize((int) (1 + spans.size() + placeholders));
    }

    @Property(tries = 500)
    void thePathHasNoGapAndNoOverlapAndIsAsLongAsTheRoot(@ForAll("forests") List<TraceSpan> spans) {
        TraceTree.of(spans).root().ifPresent(root -> {
            List<Segment> segments = CriticalPath.of(root).segments();

            long cursor = root.span().startUnixNano();
            for (Segment segment : segments) {
                assertThat(segment.startUnixNano()).isEqualTo(cursor);
                assertThat(segment.endUnixNano()).isGreaterThan(cursor);
                cursor = segment.endUnixNano();
            }
            assertThat(cursor).isEqualTo(root.span().endUnixNano());
        });
    }

    @Property(tries = 300)
    void whateverArrivesIsPrintedWithoutControlCharacters(
            @ForAll("hostile") List<TraceSpan> spans, @ForAll boolean unicode, @ForAll @IntRange(max = 300) int width) {
        StringWriter out = new StringWriter();

        new TraceView(new Style(width, unicode, false))
                .print(
                        new TraceClient.Arrival(new Trace("\u001B[2J\n", spans), List.of("\u202Egap\r")),
                        new PrintWriter(out));

        String printed = out.toString().replace(System.lineSeparator(), "");
        assertThat(printed.codePoints()
                        .filter(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || (!unicode && point > 0x7E)))
                .isEmpty();
    }

    @Property(tries = 300)
    void everyQuestionHasAnAnswerWhateverArrives(
            @ForAll("hostile") List<TraceSpan> hostile, @ForAll("forests") List<TraceSpan> forest) {
        for (List<TraceSpan> spans : List.of(hostile, forest)) {
            TraceAnswers answers = TraceAnswers.of(new Trace("1", spans));

            assertThat(List.of(
                            answers.bottleneck(),
                            answers.criticalPath(),
                            answers.routing(),
                            answers.memory().sentence(),
                            answers.outcome()))
                    .doesNotContain("");
            assertThat(answers.causes())
                    .hasSameSizeAs(answers.chains())
                    .hasSameSizeAs(answers.tries())
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 300)
    void noLineOfTheWaterfallIsWiderThanTheTerminal(@ForAll("hostile") List<TraceSpan> spans, @ForAll boolean unicode) {
        Style style = new Style(80, unicode, false);

        assertThat(new Waterfall(TraceTree.of(spans), java.util.Set.of(), style).lines())
                .allSatisfy(line -> assertThat(SafeText.columns(line)).isLessThanOrEqualTo(80));
    }

    /** Any parents (missing, themselves, cycles), any times, ends before starts; names are unique. */
    @Provide
    Arbitrary<List<TraceSpan>> forests() {
        Arbitrary<Integer> parent = Arbitraries.integers().between(-3, 14);
        Arbitrary<Long> time = Arbitraries.longs().between(0, 60);
        return Combinators.combine(parent, time, time)
                .as((p, start, end) -> new long[] {p, start, end})
                .list()
                .ofMaxSize(14)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(i -> Spans.span(
                                "id" + i,
                                rows.get(i)[0] < 0 ? null : "id" + rows.get(i)[0],
                                "span-" + i,
                                rows.get(i)[1],
                                rows.get(i)[2]))
                        .toList());
    }

    @Provide
    Arbitrary<List<TraceSpan>> hostile() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars(
                        '\u001B', '\n', '\r', '\t', '\u0000', '\u0007', '\u202E', '\u2066', '\u2028', '\uD800',
                        '\u0301')
                .withChars("[2Jabc日本é…")
                .ofMaxLength(60);
        Arbitrary<Long> time = Arbitraries.longs();
        Arbitrary<String> status = Arbitraries.of("OK", "ERROR", "UNSET", "");
        return Combinators.combine(text, text.injectNull(0.5), text, time, time, status, text)
                .as((id, parent, name, start, end, state, message) -> new TraceSpan(
                        id, parent, name, "SERVER", message, start, end, state, message, Map.of("error.type", name)))
                .list()
                .ofMaxSize(8);
    }
}
