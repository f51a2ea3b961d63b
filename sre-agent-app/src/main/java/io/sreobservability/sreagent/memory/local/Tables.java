package io.sreobservability.sreagent.memory.local;

import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.StoredMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one table of the store, in SQL. Times are milliseconds since 1970. */
final class Tables {
    /** Kept in the file. A program that finds another version leaves the file alone. */
    static final int VERSION = 1;

    private static final String COLUMNS =
            "SELECT id, namespace, content, stored_at, expires_at, embedder, embedding FROM memory";

    /** A path and everything below it: '0' is the character after '/'. */
    private static final String AT_OR_BELOW = " (namespace = ?1 OR (namespace > ?1 || '/' AND namespace < ?1 || '0'))";

    private static final String NEWEST_FIRST = " ORDER BY stored_at DESC, id";

    private Tables() {}

    /** A memory with its vector. */
    record Row(StoredMemory memory, String embedder, Vector embedding) {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE memory (
                      id TEXT NOT NULL,
                      owner TEXT NOT NULL,
                      namespace TEXT NOT NULL,
                      content TEXT NOT NULL,
                      stored_at INTEGER NOT NULL,
                      expires_at INTEGER,
                      embedder TEXT NOT NULL,
                      embedding BLOB NOT NULL,
                      PRIMARY KEY (owner, id))""");
            statement.execute("CREATE INDEX memory_by_namespace ON memory (namespace, stored_at)");
        }
    }

    /** Adds memories; one of the same identity and owner is replaced. */
    static void put(
            Connection connection,
            Namespace namespace,
            List<? extends Memory> memories,
            Embedder embedder,
            Instant now,
            @Nullable Instant expires)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Memory memory : memories) {
                statement.setString(1, memory.identity());
                statement.setString(2, owner(namespace));
                statement.setString(3, namespace.path());
                statement.setString(4, MemoryJson.write(memory));
                statement.setLong(5, now.toEpochMilli());
                if (expires == null) {
                    statement.setNull(6, Types.INTEGER);
                } else {
                    statement.setLong(6, expires.toEpochMilli());
                }
                statement.setString(7, embedder.name());
                statement.setBytes(8, Vector.of(memory.searchText(), embedder).toBytes());
                statement.executeUpdate();
            }
        }
    }

    /** Deletes what has expired, and the oldest of one owner beyond a number. */
    static void prune(Connection connection, Namespace namespace, Instant now, int keep) throws SQLException {
        try (PreparedStatement expired = connection.prepareStatement("DELETE FROM memory WHERE expires_at <= ?");
                PreparedStatement tooMany = connection.prepareStatement(
                        "DELETE FROM memory WHERE owner = ?1 AND id IN (SELECT id FROM memory WHERE owner = ?1"
                                + NEWEST_FIRST + " LIMIT -1 OFFSET ?2)")) {
            expired.setLong(1, now.toEpochMilli());
            expired.executeUpdate();
            tooMany.setString(1, owner(namespace));
            tooMany.setInt(2, keep);
            tooMany.executeUpdate();
        }
    }

    /** What is kept at a path or below it and has not expired, the newest first. */
    static List<Row> at(Connection connection, String path, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                COLUMNS + " WHERE" + AT_OR_BELOW + " AND (expires_at IS NULL OR expires_at > ?2)" + NEWEST_FIRST)) {
            statement.setString(1, path);
            statement.setLong(2, now.toEpochMilli());
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        long expires = result.getLong(5);
        Instant expiresAt = result.wasNull() ? null : Instant.ofEpochMilli(expires);
        return new Row(
                new StoredMemory(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3),
                        Instant.ofEpochMilli(result.getLong(4)),
                        expiresAt,
                        0),
                result.getString(6),
                Vector.ofBytes(result.getBytes(7)));
    }

    /** One user's memories of one kind, whatever the session: what is learnt again in another session replaces it. */
    private static String owner(Namespace namespace) {
        return namespace.strategy().namespace(namespace.user()).path();
    }
}
