package com.example.lombok;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;
import java.io.IOException;
import java.util.List;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Value;

/** Values of spans come from methods that Lombok writes, and Lombok rewrites methods that are woven. */
@RequiredArgsConstructor
class PodTool {
    private final String cluster;

    /** A nested type of Lombok's whose getter gives an attribute. */
    @Value
    static class Answer {
        List<String> tools;
        String text;
    }

    @AgentSpan("agent.pods.execute")
    @ResultAttribute(key = "sre.tools_invoked", from = "getTools().size()")
    Answer answer(
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId,
            @NonNull PodQuery query) {
        return new Answer(List.of("find_pods"), String.join(", ", find(query).getNames()));
    }

    @ToolSpan("tool.find_pods")
    @ErrorWhen(value = "isFailed()", type = "getReason()")
    private PodList find(@SpanAttribute(value = "sre.tool_params", from = "getLabels()") PodQuery query) {
        return query.getLimit() > 0
                ? new PodList(List.of(cluster + "/web-app"), false, "")
                : new PodList(List.of(), true, "LIMIT");
    }

    @ToolSpan("tool.read_logs")
    @SneakyThrows
    String read(@SpanAttribute("sre.tool_params") String pod) {
        throw new IOException("no logs of " + pod);
    }
}
