package io.sreobservability.sreagent.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the demo that does not come up, and why. What comes up is in {@code e2e.DemoProcessTest}. */
class ServerProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aLogThatCannotBeWrittenIsNamedAndNothingIsStarted() {
        Path log = folder.resolve("missing").resolve("logs.log");
        Path mark = folder.resolve("started");

        assertThatThrownBy(() -> ServerProcess.start("logs", List.of("touch", mark.toString()), Map.of(), log))
                .isInstanceOf(DemoException.class)
                .hasMessage("logs was not started: its log " + log + " cannot be written");
        assertThat(mark).doesNotExist();
    }

    @Test
    void aProcessThatEndsTooEarlyIsToldByItsLastLine() {
        Path log = folder.resolve("logs.log");
        ServerProcess server =
                ServerProcess.start("logs", List.of("sh", "-c", "echo one; echo port taken"), Map.of(), log);

        assertThatThrownBy(server::awaitReady).hasMessage("logs did not start: port taken");
        server.awaitStop();
        assertThat(log).hasContent("one\nport taken");
    }
}
