package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the offline model's data files from the class path into records. */
public final class Resources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Resources() {}

    /**
     * Reads one JSON file.
     *
     * @param path absolute resource path
     * @throws UncheckedIOException if the file is missing or does not fit the record: the jar is broken
     */
    public static <T> T read(String path, Class<T> type) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("resource " + path + " is missing");
            }
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
