package io.sreobservability.sreagent.memory.local;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong with a store, in words for the user. */
final class StoreFailure {
    private static final int PRIMARY_CODE = 0xff;

    private StoreFailure() {}

    static String explain(Path folder, Path file, Throwable cause) {
        if (!(cause instanceof SQLiteException failure)) {
            return cause instanceof java.sql.SQLException
                    ? "the memory store " + file + " cannot be used: " + cause.getMessage()
                    : "the memory folder " + folder + " cannot be used: " + reason(cause);
        }
        return switch (primary(failure.getResultCode())) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                "the memory store " + file + " is damaged: move it away, and the next run begins a new one";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> "the memory store " + file + " cannot be written";
            case SQLITE_BUSY, SQLITE_LOCKED -> "the memory store " + file + " is held by another program";
            case SQLITE_FULL -> "the disk of the memory store " + file + " is full";
            default -> "the memory store " + file + " cannot be used: " + failure.getMessage();
        };
    }

    /** SQLite's extended codes carry the plain one in their lowest byte. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + " " + message;
    }
}
