package io.sreobservability.sreagent.trace;

import static io.sreobservability.sreagent.trace.Spans.server;
import static io.sreobservability.sreagent.trace.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A trace is complete when every server that a tool's call went through has sent its span. */
class CompletenessTest {
    private static final TraceSpan ROOT = span("r", null, "supervisor.investigate", 0, 100);
    private static final TraceSpan TOOL = span("t", "r", "tool.get_pod_status", 10, 90);
    private static final TraceSpan GATEWAY = server("g", "t", "sre-gateway", 11, 89);
    private static final TraceSpan REQUEST = span("c", "g", "GET", "CLIENT", "sre-gateway", 12, 88);

    @Test
    void aGatewaysSpanAloneIsNotTheBackends() {
        assertThat(gaps(ROOT, TOOL)).containsExactly("the backend's span below tool.get_pod_status");
        assertThat(gaps(ROOT, TOOL, GATEWAY, REQUEST)).containsExactly("the backend's span below tool.get_pod_status");
        assertThat(gaps(ROOT, TOOL, GATEWAY, REQUEST, server("s", "c", "k8s-api", 20, 80)))
                .isEmpty();
    }

    @Test
    void aModelThatIsAskedOutsideOfToolsOwesNoSpan() {
        assertThat(gaps(ROOT, span("m", "r", "chat any-model", "CLIENT", "sre-agent", 1, 9)))
                .isEmpty();
    }

    private static List<String> gaps(TraceSpan... spans) {
        return Completeness.gaps(new Trace("0123456789abcdef0123456789abcdef", List.of(spans)));
    }
}
