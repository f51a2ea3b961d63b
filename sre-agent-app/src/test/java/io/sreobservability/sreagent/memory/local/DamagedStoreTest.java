package io.sreobservability.sreagent.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder or file that cannot be used is said so in one sentence, and is left as it was. */
class DamagedStoreTest {
    private static final String SEEDED = MemoryStrategy.USER_PREFERENCES.root();

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNoDatabaseIsDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("memory.db"), "x".repeat(5000));

        assertThat(failure(folder))
                .isEqualTo("the memory store " + file + " is damaged: move it away, and the next run begins a new one");
        assertThat(file).content().isEqualTo("x".repeat(5000));
    }

    @Test
    void aFileWithRuinedPagesIsDamaged() throws IOException {
        try (LocalMemoryStore store = at(folder)) {
            store.list(SEEDED);
        }
        Path file = folder.resolve("memory.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);

        assertThat(failure(folder)).contains("is damaged");
    }

    @Test
    void aFileOfANewerProgramIsLeftAlone() throws Exception {
        execute("PRAGMA user_version = 99");

        assertThat(failure(folder)).endsWith("cannot be used: the tables are of version 99");
    }

    @Test
    void aFileOfAnotherProgramIsLeftAlone() throws Exception {
        execute("PRAGMA user_version = 1");

        assertThat(failure(folder)).contains("memory.db cannot be used", "no such table");
    }

    @Test
    void aFolderThatIsAFileCannotBeUsed() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThat(failure(taken)).startsWith("the memory folder " + taken + " cannot be used: ");
        assertThat(failure(taken.resolve("below"))).contains("cannot be used");
    }

    @Test
    void aFolderThatNobodyMayWriteCannotBeUsed() {
        // /proc refuses even root, whom the rights of ordinary folders do not stop.
        assertThat(failure(Path.of("/proc/memory"))).startsWith("the memory folder /proc/memory cannot be used: ");
    }

    @Test
    void aStoreIsBackAsSoonAsItsFolderIs() throws IOException {
        Path file = Files.writeString(folder.resolve("memory.db"), "x".repeat(5000));
        try (LocalMemoryStore store = at(folder)) {
            assertThatThrownBy(() -> store.list(SEEDED)).isInstanceOf(MemoryUnavailableException.class);
            Files.delete(file);

            assertThat(store.list(SEEDED)).hasSize(8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?mode=ro", "with space", "100%25", "a#b", "ünïcode;x"})
    void aFolderMayHaveAnyName(String name) {
        Path odd = folder.resolve(name);
        try (LocalMemoryStore store = at(odd)) {
            assertThat(store.list(SEEDED)).hasSize(8);
        }
        assertThat(odd.resolve("memory.db")).isRegularFile();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String failure(Path folder) {
        try (LocalMemoryStore store = at(folder)) {
            store.list(SEEDED);
            throw new AssertionError("it can be used");
        } catch (MemoryUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static LocalMemoryStore at(Path folder) {
        return new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), InstantSource.system());
    }
}
