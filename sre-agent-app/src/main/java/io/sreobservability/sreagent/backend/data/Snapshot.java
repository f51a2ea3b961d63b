package io.sreobservability.sreagent.backend.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A domain's data with the incident ending at one moment. Its trees are shared: never change them. */
public final class Snapshot {
    private final Instant now;
    private final Map<DataFile, JsonNode> files;

    Snapshot(Instant now, Map<DataFile, JsonNode> files) {
        this.now = now;
        this.files = files;
    }

    /** The moment that time windows are counted back from: the current minute. */
    public Instant now() {
        return now;
    }

    /** A file's rows, in the order of the file. */
    public Rows rows(DataFile file) {
        List<JsonNode> rows = new ArrayList<>();
        document(file).forEach(rows::add);
        return new Rows(rows);
    }

    /** A file as one tree. */
    public JsonNode document(DataFile file) {
        JsonNode content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException(file + " is not part of this domain's data");
        }
        return content;
    }
}
