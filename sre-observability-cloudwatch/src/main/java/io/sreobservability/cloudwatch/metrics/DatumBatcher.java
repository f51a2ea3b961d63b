package io.sreobservability.cloudwatch.metrics;

import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of data into requests that stay within PutMetricData's limits: 1,000 metrics and 1 MB. */
final class DatumBatcher {

    static final int MAX_DATA = 1000;

    /** AWS says 1 MB and not whether it means the compressed form: the uncompressed one stays below 10^6. */
    static final int MAX_BYTES = 1_000_000;

    private DatumBatcher() {}

    static List<List<OutgoingDatum>> requests(List<OutgoingDatum> data) {
        List<List<OutgoingDatum>> requests = new ArrayList<>();
        int from = 0;
        int bytes = DatumSize.REQUEST;
        for (int i = 0; i < data.size(); i++) {
            int next = DatumSize.upperBound(data.get(i).datum());
            if (i > from && (i - from == MAX_DATA || bytes + next > MAX_BYTES)) {
                requests.add(data.subList(from, i));
                from = i;
                bytes = DatumSize.REQUEST;
            }
            bytes += next;
        }
        if (from < data.size()) {
            requests.add(data.subList(from, data.size()));
        }
        return requests;
    }
}
