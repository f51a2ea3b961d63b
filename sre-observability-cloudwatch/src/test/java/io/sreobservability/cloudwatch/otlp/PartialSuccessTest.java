package io.sreobservability.cloudwatch.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** The number of rejected items, read without the protocol's classes, is the one that was written with them. */
class PartialSuccessTest {

    @Property(tries = 200)
    void theNumberIsReadWhateverStandsAroundIt(
            @ForAll @LongRange(min = 0) long rejected, @ForAll @StringLength(max = 300) String message) {
        ExportTraceServiceResponse.Builder traces = ExportTraceServiceResponse.newBuilder();
        traces.getPartialSuccessBuilder().setRejectedSpans(rejected).setErrorMessage(message);
        assertThat(PartialSuccess.rejected(traces.build().toByteArray())).isEqualTo(rejected);

        ExportLogsServiceResponse.Builder logs = ExportLogsServiceResponse.newBuilder();
        logs.getPartialSuccessBuilder().setRejectedLogRecords(rejected).setErrorMessage(message);
        assertThat(PartialSuccess.rejected(logs.build().toByteArray())).isEqualTo(rejected);
    }

    @Property(tries = 200)
    void noAnswerBreaksTheReader(@ForAll byte[] anything, @ForAll @LongRange(min = 1) long rejected) {
        assertThat(PartialSuccess.rejected(anything)).isNotNegative();
        ExportTraceServiceResponse.Builder traces = ExportTraceServiceResponse.newBuilder();
        traces.getPartialSuccessBuilder().setRejectedSpans(rejected);
        byte[] whole = traces.build().toByteArray();
        for (int length = 0; length < whole.length; length++) {
            assertThat(PartialSuccess.rejected(Arrays.copyOf(whole, length))).isZero();
        }
    }
}
