package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Log records are found by the investigation that they were written in, whoever wrote them. */
class InvestigationLogTest extends LocalTelemetry {
    private static final String KEY = "sre.investigation_id";
    private static final String ID = "investigation_4f1c2a9be07d3385";

    private final Context during =
            InheritedAttributes.with(Context.root(), StandardAttributes.SRE_INVESTIGATION_ID, ID);

    @Test
    void aRecordThatIsWrittenDuringAnInvestigationCarriesItsId() {
        try (SreTelemetry telemetry = start(config())) {
            emit(telemetry, during);
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(idsReceived()).containsExactly(ID);
    }

    @Test
    void itIsFoundByUserSessionAndTraceToo() {
        Context asked = InheritedAttributes.with(
                InheritedAttributes.with(during, StandardAttributes.SRE_USER_ID, "Alice"),
                StandardAttributes.SRE_SESSION_ID,
                "session-1");
        SpanContext span = SpanContext.create(
                "5759e988bd862e3fe1be46a994272793",
                "53995c3f42cd8ad8",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (SreTelemetry telemetry = start(config())) {
            emit(telemetry, asked.with(Span.wrap(span)));
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs())
                .singleElement()
                .satisfies(record -> assertThat(record.getAttributesList())
                        .extracting(
                                KeyValue::getKey,
                                attribute -> attribute.getValue().getStringValue())
                        .containsExactlyInAnyOrder(
                                tuple(KEY, ID),
                                tuple("sre.user_id", "Alice"),
                                tuple("sre.session_id", "session-1"),
                                tuple("AWS-XRAY-TRACE-ID", "1-5759e988-bd862e3fe1be46a994272793")));
    }

    @Test
    void aRecordOutsideHasNone() {
        try (SreTelemetry telemetry = start(config())) {
            emit(telemetry, Context.root());
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs()).hasSize(1);
        assertThat(idsReceived()).isEmpty();
    }

    @Test
    void anIdThatTheRecordBringsStays() {
        String other = "investigation_0000000000000001";
        try (SreTelemetry telemetry = start(config())) {
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setContext(during)
                    .setAttribute(KEY, other)
                    .emit();
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(idsReceived()).containsExactly(other);
    }

    private static void emit(SreTelemetry telemetry, Context context) {
        telemetry
                .openTelemetry()
                .getLogsBridge()
                .get("test")
                .logRecordBuilder()
                .setContext(context)
                .setBody("a pod is gone")
                .emit();
    }

    private List<String> idsReceived() {
        Stream<KeyValue> attributes = receiver.logs().stream().flatMap(record -> record.getAttributesList().stream());
        return attributes
                .filter(attribute -> attribute.getKey().equals(KEY))
                .map(attribute -> attribute.getValue().getStringValue())
                .toList();
    }
}
