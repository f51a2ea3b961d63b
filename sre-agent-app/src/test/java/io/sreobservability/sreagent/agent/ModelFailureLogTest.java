package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import io.sreobservability.testing.SreTelemetryExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What a model that does not answer leaves in the log: its provider's words only if content may leave the process. */
@ResourceLock(SreTelemetryExtension.RESOURCE)
class ModelFailureLogTest {
    private static final String FOREIGN = "model: it refuses the request (Mallory has a cold)";

    private final Logger logger = (Logger) LoggerFactory.getLogger(ModelFailureLogTest.class.getPackageName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final boolean contentBefore = SreObservability.captureContent();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        SreObservability.setCaptureContent(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        SreObservability.setCaptureContent(contentBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "metrics", "aggregate"})
    void theReaderGetsItsWordsAndTheLogOurOwn(String role) {
        Investigation investigation = investigate(role, ModelFailure.OVERLOADED);

        assertThat(List.of(
                        investigation.plan().reasoning(),
                        investigation.results().get(0).gaps(),
                        investigation.summary().rootCause()))
                .asString()
                .contains(FOREIGN);
        assertThat(warnings()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage())
                    .isEqualTo("A model did not answer: " + ModelFailure.OVERLOADED.statement());
            assertThat(event.getKeyValuePairs()).contains(new KeyValuePair("error.type", "overloaded"));
        });
    }

    @Test
    void anInvestigationThatItEndsIsAnErrorInOurOwnWords() {
        assertThatThrownBy(() -> investigate("analyze", ModelFailure.INVALID_REQUEST))
                .hasMessage("the investigation broke off: " + FOREIGN);

        assertThat(warnings()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("A model did not answer: it refuses the request");
            assertThat(event.getKeyValuePairs()).contains(new KeyValuePair("error.type", "invalid_request"));
        });
    }

    @Test
    void withContentItsWordsAreTheLineWithoutAStackTrace() {
        SreObservability.setCaptureContent(true);

        SpecialistResult metrics =
                investigate("metrics", ModelFailure.CONTEXT_TOO_LONG).results().get(0);

        assertThat(metrics.errorType()).isEqualTo("context_too_long");
        assertThat(metrics.gaps()).containsExactly("Performance Metrics Agent failed: " + FOREIGN);
        assertThat(warnings()).singleElement().satisfies(event -> {
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage()).isEqualTo(FOREIGN);
        });
    }

    private List<ILoggingEvent> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    /** An investigation in which the model of one role does not answer. */
    private static Investigation investigate(String failing, ModelFailure failure) {
        ChatModel offline = new OfflineChatModel();
        ChatModel away = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw new ModelException(failure, FOREIGN, new IOException("away"));
            }
        };
        RoleModels models = role -> role.equals(failing) ? away : offline;
        Specialists specialists = new Specialists(
                models,
                ToolCatalog.standard(),
                (tool, arguments) -> ToolResult.success(tool, "{\"pods\":[]}"),
                Progress.silent());
        try (Supervisor supervisor =
                new Supervisor(models, new MemoryClient(SeedMemoryStore.load()), specialists, Progress.silent())) {
            return supervisor.investigate(
                    "investigation_1", "Alice", "s", "API response times have degraded", PreviousTurn.NONE);
        }
    }
}
