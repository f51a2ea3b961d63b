package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.RecordedTelemetry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of method: one span per execution, in its place, and not one frame more on the stack. */
class MethodShapesTest {
    @TempDir
    private static Path folder;

    private static Fixture plain;
    private static Fixture woven;

    /** Spans in the order in which they end: what is called inside comes first. */
    private static final Map<String, List<String>> SPANS = new LinkedHashMap<>();

    static {
        expect("public", "public");
        expect("private", "private");
        expect("final", "protected_final");
        expect("static", "static");
        expect("private static", "private_static");
        expect("synchronized", "synchronized");
        expect("static synchronized", "static_synchronized");
        expect("generic", "generic");
        expect("varargs: none", "varargs");
        expect("varargs: some", "varargs");
        expect("varargs: null", "varargs");
        expect("overloads", "overloaded_int", "overloaded_long");
        expect("by its interface", "run");
        expect("by reflection", "overloaded_int");
        expect("by method handle", "overloaded_int");
        expect("on another thread", "run");
        expect("recursion", "recursive < recursive < recursive < recursive");
        expect("mutual recursion", "odd < even < odd < even");
        expect("self-invocation", "inner < outer", "inner < outer", "outer");
        expect("try, catch, finally", "caught");
        expect("several returns", "several_returns", "several_returns", "several_returns", "several_returns");
        expect("never returns", "never_returns");
        expect("byte, short, char", "byte", "short", "char");
        expect("float, double", "float", "double");
        expect("arrays", "arrays");
        expect("many parameters", "many");
        expect("asynchronous", "memory.retrieve");
        expect("very large", "large");
        expect("interface default: class", "interface_private < default");
        expect("interface default: record", "interface_private < default");
        expect("interface default: enum", "interface_private < default", "interface_private < default");
        expect("interface default: lambda", "interface_private < default");
        expect("interface default: by super", "interface_private < default");
        expect("interface static", "interface_static");
        expect("record", "record");
        expect("record accessor", "record_accessor");
        expect("enum", "enum");
        expect("enum: overridden");
        expect("enum: overridden, calls super", "enum");
        expect("nested", "nested");
        expect("private nested", "hidden");
        expect("inner of inner", "public < deeper");
        expect("from a constructor", "in_constructor");
        expect("overridden, calls super", "base < sub");
        expect("overridden without annotation, calls super", "base_only");
        expect("overriding alone, calls super", "sub_only");
        expect("overriding, no super", "replacing");
        expect("bridge of a generic class", "bridged");
        expect("bridge of an interface", "compare");
        expect("bridge of a result", "supply");
        expect("generic class", "boxed");
    }

    private static void expect(String shape, String... chains) {
        SPANS.put(shape, List.of(chains));
    }

    static Stream<String> shapes() {
        return SPANS.keySet().stream();
    }

    @BeforeAll
    static void build() throws Exception {
        Fixture[] twins = Fixture.build(folder, Fixture.shapes(), Map.of());
        plain = twins[0];
        woven = twins[1];
    }

    @AfterAll
    static void close() throws Exception {
        plain.close();
        woven.close();
    }

    @Test
    void everyCallOfTheFixtureIsInTheTable() throws Exception {
        assertThat(woven.calls()).containsOnlyKeys(SPANS.keySet());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void oneExecutionIsOneSpanBelowTheSpanOfItsCaller(String shape) throws Exception {
        Callable<Object> call = woven.calls().get(shape);
        Object expected = plain.calls().get(shape).call();
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Object result = call.call();

            assertThat(completed(result)).usingRecursiveComparison().isEqualTo(completed(expected));
            assertThat(ChainsOfSpans.of(telemetry.spans())).containsExactlyElementsOf(SPANS.get(shape));
            assertThat(telemetry.spans()).allMatch(SpanData::hasEnded);
            assertThat(Context.current()).isSameAs(Context.root());
        }
    }

    /** Two futures are equal if they completed with the same. */
    private static Object completed(Object result) {
        return result instanceof CompletableFuture<?> future ? future.join() : result;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void userCodeStandsOnTheFramesThatWereWritten(String shape) throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            assertThat(woven.stacksOf(shape)).isNotEmpty().isEqualTo(plain.stacksOf(shape));
            assertThat(telemetry.spans().isEmpty()).isEqualTo(SPANS.get(shape).isEmpty());
        }
    }
}
