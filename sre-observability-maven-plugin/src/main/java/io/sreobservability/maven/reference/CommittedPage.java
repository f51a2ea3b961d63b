package io.sreobservability.maven.reference;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page as it stands in the repository.
 *
 * @param file the page; it need not exist
 * @param name what to call it in messages
 * @param command what writes it
 */
public record CommittedPage(Path file, String name, String command) {
    private static final int SHOWN = 120;

    /**
     * Compares the page with what it should be. Line ends may be those of the platform.
     *
     * @throws IOException if the page exists and cannot be read
     */
    public Optional<Finding> differenceFrom(String expected) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(finding(ProofCode.REFERENCE_MISSING, name, name, command));
        }
        String committed = Files.readString(file).replace("\r\n", "\n");
        return committed.equals(expected) ? Optional.empty() : Optional.of(stale(committed, expected));
    }

    /**
     * Writes the page, and the folders above it.
     *
     * @throws IOException if that fails
     */
    public void write(String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }

    private Finding stale(String committed, String expected) {
        List<String> found = List.of(committed.split("\n", -1));
        List<String> wanted = List.of(expected.split("\n", -1));
        int line = 0;
        while (line < found.size() && line < wanted.size() && found.get(line).equals(wanted.get(line))) {
            line++;
        }
        return finding(
                ProofCode.REFERENCE_STALE,
                name + ":" + (line + 1),
                name,
                line + 1,
                show(found, line),
                show(wanted, line),
                command);
    }

    private static Finding finding(ProofCode code, String place, Object... values) {
        return Finding.of(code, place, values);
    }

    private static String show(List<String> lines, int index) {
        if (index >= lines.size()) {
            return "missing";
        }
        String line = lines.get(index);
        return "\"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "\"";
    }
}
