package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.fixture.RecordTool;
import io.sreobservability.aspects.fixture.RecordTool.Hostile;
import io.sreobservability.aspects.fixture.RecordTool.Node;
import io.sreobservability.aspects.fixture.RecordTool.Page;
import io.sreobservability.aspects.fixture.RecordTool.PodQuery;
import io.sreobservability.aspects.fixture.RecordTool.Scalars;
import io.sreobservability.aspects.fixture.RecordTool.Selector;
import io.sreobservability.aspects.fixture.RecordTool.Verbosity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records as JSON attributes: written by generated code, in woven classes. */
class WovenJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AttributeKey<String> PARAMETERS = AttributeKey.stringKey("sre.tool_params");

    private final RecordTool tool = new RecordTool();
    private RecordedTelemetry telemetry;

    @BeforeEach
    void install() {
        telemetry = RecordedTelemetry.install();
        SreObservability.setCaptureContent(true);
    }

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void everyScalarHasItsForm() {
        tool.scalars(new Scalars(
                true,
                (byte) 1,
                (short) 2,
                3,
                4L,
                0.1f,
                0.2,
                'c',
                null,
                5,
                'd',
                new BigDecimal("1.50"),
                new UUID(0, 7),
                Instant.EPOCH,
                Duration.ofSeconds(90),
                Verbosity.FULL_TEXT,
                new StringBuilder("text")));

        assertThat(parameters())
                .isEqualTo(
                        "{\"flag\":true,\"tiny\":1,\"small\":2,\"number\":3,\"large\":4,\"single\":0.1,\"precise\":0.2,"
                                + "\"letter\":\"c\",\"boxedFlag\":null,\"boxedNumber\":5,\"boxedLetter\":\"d\",\"amount\":1.50,"
                                + "\"id\":\"00000000-0000-0000-0000-000000000007\",\"since\":\"1970-01-01T00:00:00Z\","
                                + "\"window\":\"PT1M30S\",\"verbosity\":\"full_text\",\"text\":\"text\"}");
    }

    @Test
    void recordsNestAndWhatIsMarkedOrNamedASecretIsNotShown() {
        Selector selector = new Selector("app", List.of("web", "bob@example.com"));

        tool.pods(new PodQuery(
                "prod",
                Optional.of(selector),
                List.of(new Page<>(selector, Optional.empty())),
                Map.of(Verbosity.SHORT, new int[] {1, 2}),
                new Selector[] {null},
                OptionalInt.of(9),
                Set.of(7),
                "abc",
                "never read"));

        assertThat(parameters())
                .isEqualTo("{\"namespace\":\"prod\",\"selector\":{\"key\":\"app\",\"values\":[\"web\",\"[REDACTED]\"]},"
                        + "\"pages\":[{\"item\":{\"key\":\"app\",\"values\":[\"web\",\"[REDACTED]\"]},\"next\":null}],"
                        + "\"limits\":{\"short\":[1,2]},\"more\":[null],\"first\":9,\"anything\":[7],"
                        + "\"apiKey\":\"[REDACTED]\",\"token\":\"[REDACTED]\"}");
    }

    @Test
    @SuppressWarnings("NullOptional") // as careless users pass it
    void nullsAreWrittenAndANullRecordIsNoAttribute() {
        tool.pods(new PodQuery(null, null, null, null, null, null, null, null, null));

        assertThat(parameters())
                .isEqualTo(
                        "{\"namespace\":null,\"selector\":null,\"pages\":null,\"limits\":null,\"more\":null,\"first\":null,"
                                + "\"anything\":null,\"apiKey\":null,\"token\":\"[REDACTED]\"}");
        telemetry.reset();
        tool.pods(null);
        assertThat(parameters()).isNull();
    }

    @Test
    void aRecordThatHoldsItselfEndsAtTheDeepestLevel() throws Exception {
        List<Node> loop = new ArrayList<>();
        loop.add(new Node("n", loop));

        tool.nodes(loop.get(0));

        JsonNode node = JSON.readTree(parameters());
        for (int level = 0; level < 4; level++) {
            assertThat(node.path("name").asText()).isEqualTo("n");
            node = node.path("children").path(0);
        }
        assertThat(node.asText()).isEqualTo("...");
    }

    @Test
    void aLargeRecordIsValidJsonOfTheAttributesLengthAndWhatDoesNotFitIsNotRead() throws Exception {
        List<Node> endless = new AbstractList<>() {
            @Override
            public Node get(int index) {
                assertThat(index).isLessThan(2000);
                return new Node("child " + index, null);
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };

        tool.nodes(new Node("root", endless));

        assertThat(parameters().length()).isLessThanOrEqualTo(1024);
        assertThat(JSON.readTree(parameters()).path("children").size()).isGreaterThan(10);
    }

    @Test
    void anAccessorThatThrowsCostsItsAttributeOnly() {
        long faults = SreObservability.selfCounters().faults();

        assertThat(tool.hostile("alice", List.of(new Hostile("x")))).isEqualTo("done");

        SpanData span = telemetry.onlySpan();
        assertThat(span.getAttributes().get(PARAMETERS)).isNull();
        assertThat(span.getAttributes().get(AttributeKey.stringKey("sre.user_id")))
                .isEqualTo("alice");
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 1);
    }

    @Test
    void nothingIsReadWhileContentCaptureIsOff() {
        SreObservability.setCaptureContent(false);
        long faults = SreObservability.selfCounters().faults();

        tool.hostile("alice", List.of(new Hostile("x")));
        tool.search("private", new Hostile("x"));

        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
        assertThat(telemetry.spans())
                .hasSize(2)
                .allSatisfy(
                        span -> assertThat(span.getAttributes().get(PARAMETERS)).isNull());
    }

    @Test
    void theAttributeOfAMarkedParameterSaysOnlyThatThereIsAValue() {
        tool.search("private", null);

        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.stringKey("memory.namespace")))
                .isEqualTo("[REDACTED]");
    }

    private String parameters() {
        return telemetry.onlySpan().getAttributes().get(PARAMETERS);
    }
}
