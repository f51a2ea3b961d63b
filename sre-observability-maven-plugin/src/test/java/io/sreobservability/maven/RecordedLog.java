package io.sreobservability.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal tells. */
final class RecordedLog extends SystemStreamLog {
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    List<String> errors() {
        return errors;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void error(CharSequence content) {
        errors.add(content.toString());
    }

    @Override
    public void warn(CharSequence content) {
        warnings.add(content.toString());
    }
}
