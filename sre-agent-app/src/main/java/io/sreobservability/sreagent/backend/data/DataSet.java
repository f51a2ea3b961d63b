package io.sreobservability.sreagent.backend.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The data of one domain, read once. Its times are moved when it is looked at, so that the incident ends in the clock's
 * current minute. Whole minutes: four backend processes that are asked within one minute then agree on every time.
 * Safe for use by several threads.
 */
public final class DataSet {
    private final Map<DataFile, JsonNode> files;
    private final Instant incidentEnd;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    private DataSet(Map<DataFile, JsonNode> files, Instant incidentEnd, Clock clock) {
        this.files = files;
        this.incidentEnd = incidentEnd;
        this.clock = clock;
    }

    /**
     * Reads a domain's files.
     *
     * @param folder holds {@code dataset.json} and a folder per domain; {@code null}: the built-in data
     * @throws DataException if a file is missing or malformed
     */
    public static DataSet load(ToolDomain domain, @Nullable Path folder, Clock clock) {
        DataReader reader = new DataReader(folder);
        Map<DataFile, JsonNode> files = new EnumMap<>(DataFile.class);
        for (DataFile file : DataFile.values()) {
            if (file.domain() == domain) {
                files.put(file, file.isLines() ? reader.lines(file.path()) : reader.document(file.path()));
            }
        }
        return new DataSet(files, incidentEnd(reader), clock);
    }

    private static Instant incidentEnd(DataReader reader) {
        String text = reader.document("dataset.json").path("incident_end").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new DataException("dataset.json: incident_end must be a time like 2024-01-15T14:30:00Z");
        }
    }

    /** The data as of now. */
    public Snapshot now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Snapshot known = latest.get();
        if (known != null && known.now().equals(now)) {
            return known;
        }
        TimeShift shift = new TimeShift(Duration.between(incidentEnd, now));
        Map<DataFile, JsonNode> moved = new EnumMap<>(DataFile.class);
        files.forEach((file, content) -> moved.put(file, shift.apply(content)));
        Snapshot snapshot = new Snapshot(now, moved);
        latest.set(snapshot);
        return snapshot;
    }
}
