package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

class DatumBatcherTest {

    private static MetricDatum datum(int values) {
        return MetricDatum.builder()
                .metricName("n".repeat(255))
                .dimensions(
                        Dimension.builder().name("d").value("v".repeat(1024)).build())
                .values(Collections.nCopies(values, 1.0))
                .counts(Collections.nCopies(values, 1.0))
                .build();
    }

    @Provide
    Arbitrary<List<OutgoingDatum>> batches() {
        MetricDatum[] bySize = {datum(0), datum(1), datum(150)};
        return Arbitraries.of(0, 0, 0, 1, 2).list().ofMaxSize(2500).map(sizes -> {
            List<OutgoingDatum> batch = new ArrayList<>();
            sizes.forEach(size -> batch.add(new OutgoingDatum(batch.size(), bySize[size])));
            return batch;
        });
    }

    @Property(tries = 100)
    void everyRequestKeepsTheLimitsAndNothingIsLostOrMoved(@ForAll("batches") List<OutgoingDatum> batch) {
        List<List<OutgoingDatum>> requests = DatumBatcher.requests(batch);
        assertThat(requests.stream().flatMap(List::stream).toList()).isEqualTo(batch);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request).hasSizeBetween(1, 1000);
            assertThat(request.stream()
                            .mapToInt(item -> DatumSize.upperBound(item.datum()))
                            .sum())
                    .isLessThanOrEqualTo(1_000_000);
        });
    }

    @Property(tries = 100)
    void aRequestIsNotSmallerThanItMustBe(@ForAll("batches") List<OutgoingDatum> batch) {
        List<List<OutgoingDatum>> requests = DatumBatcher.requests(batch);
        for (int i = 1; i < requests.size(); i++) {
            int size = DatumSize.REQUEST
                    + DatumSize.upperBound(requests.get(i).get(0).datum());
            for (OutgoingDatum item : requests.get(i - 1)) {
                size += DatumSize.upperBound(item.datum());
            }
            assertThat(requests.get(i - 1).size() == 1000 || size > 1_000_000).isTrue();
        }
    }
}
