package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

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
