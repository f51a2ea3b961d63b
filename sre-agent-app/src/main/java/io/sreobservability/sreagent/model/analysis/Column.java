package io.sreobservability.sreagent.model.analysis;

import java.util.List;
import java.util.function.DoublePredicate;

/** One number in all rows of a subject. */
record Column(List<Row> rows, String key) {

    Row last() {
        return rows.get(rows.size() - 1);
    }

    /** The time from which on it has been so up to the last row; empty if the last row is not so. */
    String since(DoublePredicate so) {
        String since = "";
        for (int i = rows.size() - 1; i >= 0; i--) {
            Double value = rows.get(i).numbers().get(key);
            if (value == null || !so.test(value)) {
                return since;
            }
            since = rows.get(i).clock();
        }
        return since;
    }
}
