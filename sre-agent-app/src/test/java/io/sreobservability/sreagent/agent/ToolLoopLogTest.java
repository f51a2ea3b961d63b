package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import io.sreobservability.testing.SreTelemetryExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What a tool call leaves in the log: its words stay here unless content may leave the process. */
@ResourceLock(SreTelemetryExtension.RESOURCE)
class ToolLoopLogTest {
    private static final String FOREIGN = "row 7: password=hunter2, name=Mallory";

    private final Logger logger = (Logger) LoggerFactory.getLogger(ToolLoop.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final boolean contentBefore = SreObservability.captureContent();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        SreObservability.setCaptureContent(contentBefore);
    }

    @Test
    void ofAFailedCallToolAndCodeAreLoggedAndTheSentenceOnlyWithContent() {
        SreObservability.setCaptureContent(false);
        investigate("search_logs", "read_minds");
        SreObservability.setCaptureContent(true);
        investigate("search_logs");

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Tool search_logs was not answered: tool_error",
                        "Tool other was not answered: unknown_tool",
                        "row 7: password=[REDACTED], name=Mallory");
        assertThat(log.list.get(0).getKeyValuePairs())
                .containsExactly(
                        new KeyValuePair("sre.agent_type", "logs"),
                        new KeyValuePair("sre.tool_name", "search_logs"),
                        new KeyValuePair("error.type", "tool_error"));
        assertThat(log.list.get(1).getKeyValuePairs())
                .as("what a model makes up is no name")
                .contains(new KeyValuePair("sre.tool_name", "other"), new KeyValuePair("error.type", "unknown_tool"));
    }

    @Test
    void atDebugEveryCallIsThereWithItsArgumentsAndItsResultOnOneLine() {
        logger.setLevel(Level.DEBUG);

        investigate("get_recent_logs", "search_logs");

        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.DEBUG)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "logs called get_recent_logs with {\"pattern\": \"x\"}: {\"logs\": [1]}",
                        "logs called search_logs with {\"pattern\": \"x\"}: " + FOREIGN);
    }

    /** One specialist whose model asks for these tools at once; each but the recent logs fails. */
    private static void investigate(String... tools) {
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                List<ToolExecutionRequest> calls =
                        List.of(tools).stream().map(ToolLoopLogTest::call).toList();
                return ChatResponse.builder()
                        .aiMessage(request.messages().size() == 2 ? AiMessage.from(calls) : AiMessage.from("done"))
                        .build();
            }
        };
        Specialists specialists = new Specialists(
                role -> model,
                ToolCatalog.standard(),
                (tool, arguments) -> tool.equals("get_recent_logs")
                        ? ToolResult.success(tool, "{\"logs\":\n[1]}")
                        : ToolResult.failure(tool, "tool_error", FOREIGN),
                Progress.silent());
        specialists.execute(AgentType.LOGS, specialists.begin(AgentType.LOGS, "q", PreviousTurn.NONE));
    }

    private static ToolExecutionRequest call(String tool) {
        return ToolExecutionRequest.builder()
                .id(tool)
                .name(tool)
                .arguments("{\"pattern\":\n\"x\"}")
                .build();
    }
}
