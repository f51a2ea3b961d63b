package io.sreobservability.cloudwatch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PutMetricData request in AWS Query form, as read off the wire. */
public record PutMetricData(String namespace, List<Datum> data, int bodyBytes) {

    /** One metric datum; values with their counts, a lone Value as a count of one. */
    public record Datum(
            String name, Map<String, String> dimensions, String unit, String timestamp, Map<Double, Double> samples) {

        public double count() {
            return samples.values().stream().mapToDouble(count -> count).sum();
        }

        public double sum() {
            return samples.entrySet().stream()
                    .mapToDouble(entry -> entry.getKey() * entry.getValue())
                    .sum();
        }
    }

    static PutMetricData parse(byte[] body) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        if (!"PutMetricData".equals(parameters.get("Action"))) {
            throw new IllegalArgumentException("not a PutMetricData request");
        }
        List<Datum> data = new ArrayList<>();
        for (int i = 1; parameters.containsKey("MetricData.member." + i + ".MetricName"); i++) {
            data.add(datum(parameters, "MetricData.member." + i + "."));
        }
        return new PutMetricData(parameters.get("Namespace"), data, body.length);
    }

    private static Datum datum(Map<String, String> parameters, String at) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (int i = 1; parameters.containsKey(at + "Dimensions.member." + i + ".Name"); i++) {
            dimensions.put(
                    parameters.get(at + "Dimensions.member." + i + ".Name"),
                    parameters.get(at + "Dimensions.member." + i + ".Value"));
        }
        Map<Double, Double> samples = new LinkedHashMap<>();
        if (parameters.containsKey(at + "Value")) {
            samples.put(Double.valueOf(parameters.get(at + "Value")), 1.0);
        }
        for (int i = 1; parameters.containsKey(at + "Values.member." + i); i++) {
            samples.put(
                    Double.valueOf(parameters.get(at + "Values.member." + i)),
                    Double.valueOf(parameters.get(at + "Counts.member." + i)));
        }
        return new Datum(
                parameters.get(at + "MetricName"),
                dimensions,
                parameters.get(at + "Unit"),
                parameters.get(at + "Timestamp"),
                samples);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
