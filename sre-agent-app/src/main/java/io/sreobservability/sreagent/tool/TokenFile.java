package io.sreobservability.sreagent.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that somebody else writes the token into, again and again. While it cannot be read, the last token counts. */
final class TokenFile implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private volatile AccessToken last;

    /**
     * The file, read once.
     *
     * @throws IllegalArgumentException with a message for the user if it holds no token
     */
    TokenFile(Path file) {
        this.file = file;
        this.last = readNow();
    }

    @Override
    public AccessToken read() {
        try {
            last = readNow();
        } catch (IllegalArgumentException e) {
            LOG.warn("The last access token counts: {}", e.getMessage());
        }
        return last;
    }

    private AccessToken readNow() {
        try {
            return AccessToken.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(FILE_VARIABLE + ": the file " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FILE_VARIABLE + ": the file " + file + " holds no access token.", e);
        }
    }
}
