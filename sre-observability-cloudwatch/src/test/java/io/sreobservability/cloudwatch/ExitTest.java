package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExitTest {
    @Test
    void whatIsDoneBeforeExitIsStillDelivered() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver()) {
            ChildProgram.run(receiver, Map.of());
            assertThat(receiver.spans()).extracting(Span::getName).containsExactly("last.request");
        }
    }
}
