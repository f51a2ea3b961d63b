package io.sreobservability.maven.logs;

import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.List;

/**
 * What a query depends on.
 *
 * @param logGroups the log groups that it names itself
 * @param fields the fields of the log events that it uses
 * @param lost names that it uses after a {@code stats} that did not keep them
 * @param tests its comparisons of fields with constants
 * @param opaque its comparisons of what it made from fields with constants
 */
public record LogsReferences(
        List<Named> logGroups, List<Named> fields, List<Named> lost, List<FieldTest> tests, List<OpaqueTest> opaque) {
    /** Copies the lists. */
    public LogsReferences {
        logGroups = List.copyOf(logGroups);
        fields = List.copyOf(fields);
        lost = List.copyOf(lost);
        tests = List.copyOf(tests);
        opaque = List.copyOf(opaque);
    }

    /**
     * Reads a query.
     *
     * @throws UnreadableTextException if it does not follow the grammar, or goes beyond what is known of it
     */
    public static LogsReferences of(SourceText query) throws UnreadableTextException {
        return new Resolver().resolve(LogsQueryParser.parse(query));
    }
}
