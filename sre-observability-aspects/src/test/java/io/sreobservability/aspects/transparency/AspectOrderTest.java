package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.transparency.twin.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's aspects on annotated methods: a span is around all that they add to the method. */
class AspectOrderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CodeStyleRetry", "AnnotationStyleRetry"})
    void threeTriesAreOneSpanThatEndsAsTheLastOneDoes(String retry) throws Exception {
        Fixture woven = build(retry)[1];

        assertThat(spanOf(woven, "succeeds at the third try").getStatus().getStatusCode())
                .isEqualTo(StatusCode.UNSET);
        assertThat(woven.list("STACKS"))
                .isEqualTo(List.of(
                        "try in span true",
                        "caught try again",
                        "try in span true",
                        "caught try again",
                        "try in span true"));
        assertThat(spanOf(woven, "fails three times").getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    @Test
    void anAspectWithAnOrderOfItsOwnStaysInsideTheSpanInThatOrder() throws Exception {
        Fixture woven = build("CodeStyleRetry", "Transactions")[1];

        spanOf(woven, "fails three times");

        assertThat(woven.list("STACKS").get(0)).isEqualTo("begin in span true");
        assertThat(woven.list("STACKS").get(7)).isEqualTo("end in span true");
    }

    /** Around advice of others costs frames. Ours adds none to them. */
    @ParameterizedTest
    @ValueSource(strings = {"CodeStyleRetry", "AnnotationStyleRetry", "CodeStyleRetry,Transactions"})
    void noFrameIsAddedToThoseOfOtherAspects(String aspects) throws Exception {
        Fixture[] twins = build(aspects.split(",", -1));
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            for (Fixture twin : twins) {
                twin.stacksOf("succeeds at the third try");
            }

            assertThat(telemetry.spans()).hasSize(1);
        }
        assertThat(twins[1].list("DEPTHS")).hasSize(3).isEqualTo(twins[0].list("DEPTHS"));
    }

    @Test
    void whoWantsToComeBeforeEverythingIsRefusedByTheWeaver() {
        assertThatThrownBy(() -> build("FirstOfAll"))
                .isInstanceOf(Tools.WeavingFailure.class)
                .hasMessageContaining("conflicting declare precedence orderings for aspects:"
                        + " order.FirstOfAll and order.Flaky_SpanAspect");
    }

    private Fixture[] build(String... aspects) throws Exception {
        Map<String, String> sources = Map.of("order.Flaky", Fixture.resource("order/Flaky.java"));
        return Fixture.build(folder, sources, aspectSources(aspects));
    }

    private static Map<String, String> aspectSources(String... names) throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String name : names) {
            sources.put(name + ".aj", Fixture.resource("order/" + name + ".aj"));
        }
        return sources;
    }

    private static SpanData spanOf(Fixture woven, String call) throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            woven.stacksOf(call);
            return telemetry.onlySpan();
        }
    }
}
