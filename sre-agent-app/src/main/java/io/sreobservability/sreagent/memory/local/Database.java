package io.sreobservability.sreagent.memory.local;

import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file, opened when it is first needed and again after a failure. Several processes may have it open: SQLite
 * locks the file, and undoes what a killed process had begun. Threads take turns.
 */
final class Database implements AutoCloseable {
    private static final String FILE = "memory.db";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where the driver unpacks its native library; the system's folder for temporary files unless set. */
    private static final String LIBRARY_FOLDER = "org.sqlite.tmpdir";

    private final Path folder;
    private final Change creation;
    private @Nullable Connection connection;

    /**
     * A database that is not open yet.
     *
     * @param folder created if it is missing
     * @param creation what makes the tables and fills them, in a file that has none
     */
    Database(Path folder, Change creation) {
        this.folder = folder;
        this.creation = creation;
    }

    /** Something read from the database. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Something written to it. */
    interface Change {
        void make(Connection connection) throws SQLException;
    }

    /** Reads. */
    synchronized <T> T read(Question<T> question) {
        try {
            return question.ask(open());
        } catch (SQLException | LinkageError | IOException e) {
            throw unavailable(e);
        }
    }

    /** Writes: everything or nothing, on the disk when it returns. */
    synchronized void write(Change change) {
        try {
            inTransaction(open(), change);
        } catch (SQLException | LinkageError | IOException e) {
            throw unavailable(e);
        }
    }

    private Connection open() throws SQLException, IOException {
        Connection open = connection;
        if (open == null) {
            open = connect();
            connection = open;
            if (version(open) == 0) {
                // Two processes may get here at once: the second one waits, looks again and finds the work done.
                inTransaction(open, this::createUnlessDone);
            }
            if (version(open) != Tables.VERSION) {
                throw new SQLException("the tables are of version " + version(open));
            }
        }
        return open;
    }

    private Connection connect() throws SQLException, IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException("no right to write");
        }
        if (System.getProperty(LIBRARY_FOLDER) == null) {
            System.setProperty(LIBRARY_FOLDER, folder.toAbsolutePath().toString());
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        // As a URI, so that no character of the folder's name is taken for an option of the driver.
        return config.createConnection("jdbc:sqlite:" + folder.resolve(FILE).toUri());
    }

    private void createUnlessDone(Connection open) throws SQLException {
        if (version(open) == 0) {
            creation.make(open);
            execute(open, "PRAGMA user_version = " + Tables.VERSION);
        }
    }

    private static int version(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    /** "Immediate": the lock is taken at once, so that two writers wait for each other instead of failing half-way. */
    private static void inTransaction(Connection open, Change change) throws SQLException {
        execute(open, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            change.make(open);
            execute(open, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack(open);
            }
        }
    }

    /** SQLite has rolled back by itself after some failures; then there is nothing left to do. */
    private static void rollBack(Connection open) {
        try {
            execute(open, "ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            // What went wrong before is what the caller hears of.
        }
    }

    private static void execute(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private MemoryUnavailableException unavailable(Throwable cause) {
        close();
        return new MemoryUnavailableException(StoreFailure.explain(folder, folder.resolve(FILE), cause), cause);
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // Nothing that was committed is lost by it.
            }
        }
    }
}
