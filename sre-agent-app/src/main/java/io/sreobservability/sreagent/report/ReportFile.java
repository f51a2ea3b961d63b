package io.sreobservability.sreagent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Saves a report under a name that says what was asked, for whom and when. */
public final class ReportFile {
    private static final int MAX_QUERY = 80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReportFile() {}

    /**
     * Writes the report and returns where it is.
     *
     * @param folder created if it is missing
     * @throws IOException if it cannot be written
     */
    public static Path save(Path folder, String query, String user, Instant when, String report) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name(query, user, when)), report);
    }

    static String name(String query, String user, Instant when) {
        return plain(query, "query") + "_user_id_" + plain(user, "nobody") + "_" + TIME.format(when) + ".md";
    }

    /** Only letters, digits, '-' and '_' of ASCII, so that the name is one file in any file system. */
    private static String plain(String text, String otherwise) {
        String name = text.replaceAll("[^A-Za-z0-9-]+", "_").replaceAll("^_+", "");
        String cut = name.substring(0, Math.min(MAX_QUERY, name.length())).replaceAll("_+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
