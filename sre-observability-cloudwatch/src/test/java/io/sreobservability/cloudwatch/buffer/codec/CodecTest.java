package io.sreobservability.cloudwatch.buffer.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is read back is what an exporter would have sent. */
class CodecTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final SpanCodec spans = new SpanCodec();
    private final LogCodec logs = new LogCodec();

    private static Value<?> value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 8)) {
            case 0 -> Value.of(text(random));
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong());
            case 3 -> Value.of(random.nextDouble());
            case 4 -> Value.of(new byte[] {1, (byte) random.nextInt()});
            case 5 -> Value.empty();
            case 6 -> Value.of(value(random, depth + 1), value(random, depth + 1));
            default -> Value.of(KeyValue.of(text(random), value(random, depth + 1)));
        };
    }

    private static <E> E any(Random random, E[] all) {
        return all[random.nextInt(all.length)];
    }

    private static String text(Random random) {
        return List.of("", "plain", "Ünïcode \uD83D\uDE00", "nul\0inside", "x".repeat(random.nextInt(300)))
                .get(random.nextInt(5));
    }

    private static Attributes attributes(Random random) {
        AttributesBuilder attributes = Attributes.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String key = "key." + random.nextInt(100);
            switch (random.nextInt(9)) {
                case 0 -> attributes.put(AttributeKey.stringKey(key), text(random));
                case 1 -> attributes.put(AttributeKey.booleanKey(key), random.nextBoolean());
                case 2 -> attributes.put(AttributeKey.longKey(key), random.nextLong());
                case 3 -> attributes.put(AttributeKey.doubleKey(key), Double.longBitsToDouble(random.nextLong()));
                case 4 -> attributes.put(AttributeKey.stringArrayKey(key), List.of(text(random), "b"));
                case 5 -> attributes.put(AttributeKey.booleanArrayKey(key), List.of(true, false));
                case 6 -> attributes.put(AttributeKey.longArrayKey(key), List.of(random.nextLong(), -1L));
                case 7 -> attributes.put(AttributeKey.doubleArrayKey(key), List.of(0.5, -0.0));
                default -> attributes.put(AttributeKey.valueKey(key), value(random, 0));
            }
        }
        return attributes.build();
    }

    private static SpanContext context(Random random) {
        TraceState state = TraceState.builder().put("b", "2").put("a", "1").build();
        String id = String.format("%016x", random.nextLong() | 1);
        TraceFlags flags = random.nextBoolean() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return switch (random.nextInt(3)) {
            case 0 -> SpanContext.getInvalid();
            case 1 -> SpanContext.create(TRACE, id, flags, TraceState.getDefault());
            default -> SpanContext.createFromRemoteParent(TRACE, id, flags, state);
        };
    }

    private static Resource resource(Random random) {
        return Resource.create(attributes(random), random.nextBoolean() ? "https://schema.example" : null);
    }

    private static InstrumentationScopeInfo scope(Random random) {
        return InstrumentationScopeInfo.builder(text(random))
                .setVersion("1." + random.nextInt(3))
                .setAttributes(attributes(random))
                .build();
    }

    @Property(tries = 300)
    void aSpanComesBackAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        SpanData span = TestSpanData.builder()
                .setHasEnded(true)
                .setName(text(random))
                .setKind(any(random, SpanKind.values()))
                .setSpanContext(context(random))
                .setParentSpanContext(context(random))
                .setStatus(StatusData.create(any(random, StatusCode.values()), text(random)))
                .setStartEpochNanos(random.nextLong())
                .setEndEpochNanos(random.nextLong())
                .setAttributes(attributes(random))
                .setTotalAttributeCount(random.nextInt(200))
                .setEvents(List.of(
                        EventData.create(random.nextLong(), text(random), attributes(random), random.nextInt(9)),
                        EventData.create(1, "e", Attributes.empty())))
                .setTotalRecordedEvents(random.nextInt(9))
                .setLinks(List.of(LinkData.create(context(random), attributes(random), random.nextInt(9))))
                .setTotalRecordedLinks(random.nextInt(9))
                .setResource(resource(random))
                .setInstrumentationScopeInfo(scope(random))
                .build();

        SpanData read = spans.decode(spans.encode(span));

        assertThat(view(read)).isEqualTo(view(span));
    }

    private static List<Object> view(SpanData span) {
        return List.of(
                span.getName(),
                span.getKind(),
                span.getSpanContext(),
                span.getParentSpanContext(),
                span.getStatus(),
                span.getStartEpochNanos(),
                span.getEndEpochNanos(),
                span.getAttributes(),
                span.getTotalAttributeCount(),
                span.getEvents(),
                span.getTotalRecordedEvents(),
                span.getLinks(),
                span.getTotalRecordedLinks(),
                span.getResource(),
                span.getInstrumentationScopeInfo(),
                span.hasEnded());
    }

    @Property(tries = 300)
    void aLogRecordComesBackAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        LogRecordData log = new StoredLogRecord(
                resource(random),
                scope(random),
                random.nextLong(),
                random.nextLong(),
                context(random),
                any(random, Severity.values()),
                random.nextBoolean() ? null : text(random),
                random.nextBoolean() ? null : value(random, 0),
                attributes(random),
                random.nextInt(200),
                random.nextBoolean() ? null : text(random));

        assertThat(logs.decode(logs.encode(log))).isEqualTo(log);
    }

    @Property(tries = 300)
    void bytesThatAreNoRecordAreRefusedAtOnce(@ForAll byte[] bytes) {
        assertThat(refuses(() -> spans.decode(bytes)) && refuses(() -> logs.decode(bytes)))
                .isTrue();
    }

    private static boolean refuses(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }
}
