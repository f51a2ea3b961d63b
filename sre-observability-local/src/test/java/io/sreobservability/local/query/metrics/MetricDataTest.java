package io.sreobservability.local.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sreobservability.local.query.Telemetry;
import io.sreobservability.local.query.dashboard.MetricWidget;
import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.MetricValues;
import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics, searches and metric math over three minutes of metrics, asked as a dashboard's rows ask. */
class MetricDataTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final Instant FROM = Telemetry.START;
    private static final Instant TO = Telemetry.START.plusSeconds(180);

    private final TelemetryStore store = TelemetryStore.create(StoreLimits.DEFAULT);
    private final MetricData data = new MetricData(store.metrics());

    MetricDataTest() {
        put(
                "ToolExecution",
                Map.of("ToolName", "get_pod_status", "AgentName", "kubernetes"),
                10,
                values(100.0, 3, 900.0, 1));
        put("ToolExecution", Map.of("ToolName", "get_pod_status", "AgentName", "kubernetes"), 70, values(50.0, 1));
        put("ToolExecution", Map.of("ToolName", "get_error_logs", "AgentName", "logs"), 130, values(20.0, 2));
        put(
                "ComponentError",
                Map.of("Component", "tool", "Name", "get_pod_status", "ErrorType", "timeout"),
                15,
                values(1.0, 2));
        put("AgentInvocation", Map.of("AgentName", "kubernetes"), 20, new MetricValues.StatisticSet(2, 30, 10, 20));
        put("AgentInvocation", Map.of("AgentName", "kubernetes", "UserID", "Alice"), 20, values(7.0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SampleCount; 0=4.0 60=1.0",
                "Sum; 0=1200.0 60=50.0",
                "Average; 0=300.0 60=50.0",
                "Minimum; 0=100.0 60=50.0",
                "Maximum; 0=900.0 60=50.0",
                "p50; 0=100.0 60=50.0",
                "p75; 0=100.0 60=50.0",
                "p75.1; 0=900.0 60=50.0",
                "p0; 0=100.0 60=50.0",
                "p100; 0=900.0 60=50.0",
            })
    void statisticsAreThoseOfTheSamplesInEachPeriod(String statistic, String points) throws Exception {
        assertThat(answer("[['N/S','ToolExecution','AgentName','kubernetes','ToolName','get_pod_status',{'stat':'"
                        + statistic + "'}]]"))
                .isEqualTo("w1 ToolExecution: " + points);
    }

    @Test
    void aSummaryHasNoPercentilesUnlessItsSamplesAreAllTheSame() throws Exception {
        put("Same", Map.of(), 10, new MetricValues.StatisticSet(3, 15, 5, 5));

        assertThat(answer(
                        "[['N/S','AgentInvocation','AgentName','kubernetes',{'stat':'p95'}], ['...',{'stat':'Average'}],"
                                + "['.','Same',{'stat':'p95'}]]"))
                .isEqualTo("w1 AgentInvocation: | w2 AgentInvocation: 0=15.0 | w3 Same: 0=5.0");
    }

    @Test
    void aPeriodLongerThanAMinuteHoldsAllItsSamples() throws Exception {
        assertThat(answer("[['N/S','ToolExecution','AgentName','kubernetes','ToolName','get_pod_status',"
                        + "{'stat':'Sum','period':300}]]"))
                .isEqualTo("w1 ToolExecution: 0=1250.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{N/S,AgentName,ToolName} MetricName=\"ToolExecution\"; get_pod_status (kubernetes): 0=4.0 60=1.0 |"
                        + " get_error_logs (logs): 120=2.0",
                "{N/S,ToolName,AgentName} AgentName=\"logs\"; get_error_logs (logs): 120=2.0",
                "{N/S,ToolName,AgentName} ToolName=pod; get_pod_status (kubernetes): 0=4.0 60=1.0",
                "{N/S,ToolName,AgentName} ToolName=\"pod\"; ''",
                "{N/S,ToolName,AgentName} AgentName=(\"logs\" OR \"metrics\"); get_error_logs (logs): 120=2.0",
                "{N/S,ToolName,AgentName} tool NOT AgentName=\"logs\"; get_pod_status (kubernetes): 0=4.0 60=1.0",
                "{N/S,ToolName,AgentName} (logs OR metrics) AND errors; ''",
                "{N/S,ToolName} MetricName=\"ToolExecution\"; ''",
                "{\"N/S\",\"ToolName\",AgentName} \"ToolExecution\" \"logs\"; get_error_logs (logs): 120=2.0",
            })
    void aSearchFindsMetricsWithExactlyItsDimensions(String search, String series) throws Exception {
        String expression = "SEARCH('" + search + "', 'SampleCount', 60)";
        assertThat(answer("[[{'id':'found','label':\"${PROP('Dim.ToolName')} (${PROP('Dim.AgentName')})\",'expression':"
                                + JSON.writeValueAsString(expression) + "}]]")
                        .replace("found ", ""))
                .isEqualTo(series);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pods; 0=1200.0 60=50.0",
                "100 * FILL(errors, 0) / pods; 0=0.16666666666666666 60=0.0",
                "errors / pods; 0=0.0016666666666666668",
                "FILL(errors, 0); 0=2.0 60=0.0 120=0.0",
                "FILL(pods, REPEAT); 0=1200.0 60=50.0 120=50.0",
                "FILL(errors, pods); 0=2.0 60=50.0",
                "errors / FILL(none, 0); ''",
                "FILL(none, 0) / FILL(none, 0); ''",
                "-pods + 2 ^ 3 - (1 - 1); 0=-1192.0 60=-42.0",
                "SUM(METRICS()); 0=1202.0 60=50.0",
                "MAX([errors, pods]); 0=1200.0 60=50.0",
                "MIN([errors, pods]) * AVG([errors, pods]); 0=1202.0 60=2500.0",
                "pods / SUM(pods) * METRIC_COUNT(METRICS()); 0=2.88 60=0.12",
                "SUM(SEARCH('{N/S,AgentName,ToolName} ToolExecution', 'SampleCount', 60)); 0=4.0 60=1.0 120=2.0",
                "RUNNING_SUM(pods); 0=1200.0 60=1250.0",
                "DIFF(pods); 60=-1150.0",
                "RATE(pods); 60=-19.166666666666668",
                "IF(pods > 100 AND pods < 9999, 1, errors); 0=1.0",
                "CEIL(pods / 7) + FLOOR(pods / 7) - ABS(0 - PERIOD(pods)); 0=283.0 60=-45.0",
            })
    void mathIsDoneAtEachTime(String formula, String points) throws Exception {
        assertThat(math(formula)).isEqualTo(("result result: " + points).strip());
    }

    @Test
    void whatIsNotFoundGivesNoSeriesAndNoError() throws Exception {
        assertThat(answer("[[{'id':'none','expression':\"100 * FILL(SUM(SEARCH('{N/S,A} x', 'Sum', 60)), 0)\"}]]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ANOMALY_DETECTION_BAND(pods); the function ANOMALY_DETECTION_BAND is not supported; this stand-in has ABS",
                "pods +; unexpected end at position 7",
                "pods $ 2; unexpected \"$\" at position 6",
                "gone * 2; there is no query with the id gone",
                "result; queries refer to each other in a circle: result",
                "3; must be time series",
                "SUM(pods); must be time series",
                "METRICS() + METRICS(); a list of time series on one side only",
                "SUM(pods, errors); wrong number of arguments of SUM",
                "SEARCH('{N/S} x', 'tm(10:90)', 60); the statistic tm(10:90) is not supported",
                "SEARCH('{N/S} x', 'Sum', 0); a period of 1 to 86400 seconds",
                "SEARCH('{N/S x', 'Sum', 60); unexpected \"x\" at position 6",
                "FILL(pods, LINEAR); FILL is supported with",
            })
    void whatIsNotComputedIsRefusedByItsName(String formula, String message) {
        assertThatThrownBy(() -> math(formula))
                .isInstanceOf(InvalidMetricQueryException.class)
                .hasMessageContaining("Error in expression 'result': ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "1^", "SUM(", "[", "IF(pods,", "1+"})
    void aFormulaThatNestsWithoutEndIsRefusedNotOverflown(String part) {
        assertThatThrownBy(() -> math(part.repeat(2_000)))
                .isInstanceOf(InvalidMetricQueryException.class)
                .hasMessageContaining("more than");
    }

    private String math(String formula) throws Exception {
        return answer("[['N/S','ToolExecution','AgentName','kubernetes','ToolName','get_pod_status',"
                + "{'id':'pods','visible':false}],"
                + "['.','ComponentError','Component','tool','ErrorType','timeout','Name','get_pod_status',"
                + "{'id':'errors','visible':false}],['.','None',{'id':'none','visible':false}],"
                + "[{'id':'result','expression':" + JSON.writeValueAsString(formula) + "}]]");
    }

    private String answer(String rows) throws Exception {
        String widget = "{'period':60,'stat':'Sum','metrics':" + rows + "}";
        return data.get(MetricWidget.queries(JSON.readTree(widget)), FROM, TO).stream()
                .map(MetricDataTest::shown)
                .collect(Collectors.joining(" | "));
    }

    private static String shown(MetricDataResult result) {
        return (result.id() + " " + result.label() + ": "
                        + result.points().entrySet().stream()
                                .map(point ->
                                        Duration.between(FROM, point.getKey()).toSeconds() + "=" + point.getValue())
                                .collect(Collectors.joining(" ")))
                .strip();
    }

    private void put(String name, Map<String, String> dimensions, long second, MetricValues values) {
        store.metrics()
                .addAll(List.of(new MetricDatum(
                        "N/S", name, new TreeMap<>(dimensions), "Milliseconds", FROM.plusSeconds(second), values)));
    }

    private static MetricValues values(double... valuesAndCounts) {
        List<Double> values = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            values.add(valuesAndCounts[i]);
            counts.add(valuesAndCounts[i + 1]);
        }
        return new MetricValues.Distribution(values, counts);
    }
}
