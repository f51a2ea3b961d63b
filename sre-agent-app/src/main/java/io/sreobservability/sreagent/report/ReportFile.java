package io.sreobservability.sreagent.report;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a report under a name that says what was asked, for whom and when. */
public final class ReportFile {
    private static final int MAX_QUERY = 80;
    private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);

    /** What {@link #name} makes. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-]+_user_id_[A-Za-z0-9_-]+_(?<day>[0-9]{8})_[0-9]{6}(_[0-9]+)?\\.md");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReportFile() {}

    /**
     * Writes the report and returns where it is. Reports of other days that lie beside it are moved to a folder of their day,
     * {@code 2026-01-31}: only files that have a report's name. No file is ever written or moved over another.
     *
     * @param folder created if it is missing
     * @throws IOException if it cannot be written
     */
    public static Path save(Path folder, String query, String user, Instant when, String report) throws IOException {
        Files.createDirectories(folder);
        Path file = write(folder, name(query, user, when), report);
        moveOlder(folder, DAY.format(when));
        return file;
    }

    /** A second report of the same second gets a number behind its name. */
    private static Path write(Path folder, String name, String report) throws IOException {
        for (int number = 1; ; number++) {
            String numbered = number == 1 ? name : name.replace(".md", "_" + number + ".md");
            try {
                return Files.writeString(folder.resolve(numbered), report, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is there already", numbered);
            }
        }
    }

    private static void moveOlder(Path folder, String today) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.md")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !name.group("day").equals(today)) {
                    moveTo(folder.resolve(name.group("day").replaceFirst("(....)(..)(..)", "$1-$2-$3")), file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Older reports stay where they are", e);
        }
    }

    /** Leaves a file where it is that cannot be moved, or that somebody else has moved already. */
    private static void moveTo(Path day, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createDirectories(day);
            Files.move(file, day.resolve(file.getFileName()));
        } catch (IOException e) {
            LOG.debug("{} stays where it is", file, e);
        }
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
