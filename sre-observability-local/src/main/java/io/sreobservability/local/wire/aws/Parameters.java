package io.sreobservability.local.wire.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, or of one structure in it. Both wire formats become the same tree first; numbers and
 * times are text in one and numbers in the other, so both are read here.
 *
 * <p>Errors name the place as AWS does: {@code MetricData.member.1.Dimensions.member.2.Value}.
 */
public final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,6})?");
    private static final int MAX_NUMBER_LENGTH = 400;
    private static final long MAX_EPOCH_SECONDS = 253_402_300_799L; // The year 9999.

    private final JsonNode node;
    private final String path;

    private Parameters(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The parameters of a whole request. */
    public static Parameters of(JsonNode object) {
        return new Parameters(object, "");
    }

    /** The full name of a member, for messages. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Whether a member is given. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /** A text member. */
    public Optional<String> text(String name) throws AwsError {
        JsonNode value = get(name);
        return value == null ? Optional.empty() : Optional.of(text(value, path(name)));
    }

    /** A number; may be infinite or not a number, as both formats can say that. */
    public OptionalDouble number(String name) throws AwsError {
        JsonNode value = get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(number(value, path(name)));
    }

    /** A yes or no. */
    public Optional<Boolean> flag(String name) throws AwsError {
        JsonNode value = get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBoolean() || List.of("true", "false").contains(value.asText())) {
            return Optional.of(value.asBoolean());
        }
        throw malformed(path(name), "true or false");
    }

    /** A time: seconds since 1970 or ISO 8601. */
    public Optional<Instant> time(String name) throws AwsError {
        JsonNode value = get(name);
        return value == null ? Optional.empty() : Optional.of(time(value, path(name)));
    }

    /** A structure. */
    public Optional<Parameters> structure(String name) throws AwsError {
        JsonNode value = get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(structure(value, path(name)));
    }

    /** A list of structures; empty if absent. */
    public List<Parameters> structures(String name) throws AwsError {
        return list(name, Parameters::structure);
    }

    /** A list of texts; empty if absent. */
    public List<String> texts(String name) throws AwsError {
        return list(name, Parameters::text);
    }

    /** A list of numbers; empty if absent. */
    public List<Double> numbers(String name) throws AwsError {
        return list(name, Parameters::number);
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> List<T> list(String name, ElementReader<T> reader) throws AwsError {
        JsonNode value = get(name);
        // The Query format writes an empty list as an empty text.
        if (value == null || (value.isTextual() && value.textValue().isEmpty())) {
            return List.of();
        }
        if (!value.isArray()) {
            throw malformed(path(name), "a list");
        }
        List<T> list = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            list.add(reader.read(element, path(name) + ".member." + (list.size() + 1)));
        }
        return list;
    }

    private static Parameters structure(JsonNode value, String path) throws AwsError {
        if (!value.isObject()) {
            throw malformed(path, "a structure");
        }
        return new Parameters(value, path);
    }

    private static String text(JsonNode value, String path) throws AwsError {
        if (!value.isTextual()) {
            throw malformed(path, "a text");
        }
        return value.textValue();
    }

    private static double number(JsonNode value, String path) throws AwsError {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isTextual()) {
            String text = value.textValue();
            if (List.of("NaN", "Infinity", "-Infinity").contains(text)
                    || (text.length() <= MAX_NUMBER_LENGTH
                            && NUMBER.matcher(text).matches())) {
                return Double.parseDouble(text);
            }
        }
        throw malformed(path, "a number");
    }

    private static Instant time(JsonNode value, String path) throws AwsError {
        if (value.isNumber() && Math.abs(value.doubleValue()) <= MAX_EPOCH_SECONDS) {
            return Instant.ofEpochMilli(Math.round(value.doubleValue() * 1_000));
        }
        if (value.isTextual()) {
            try {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value.textValue(), Instant::from);
            } catch (DateTimeException e) {
                throw malformed(path, "a time in ISO 8601, such as 2026-01-31T12:00:00Z");
            }
        }
        throw malformed(path, "a time");
    }

    private static AwsError malformed(String path, String expected) {
        return new AwsError(AwsErrorCode.MALFORMED_REQUEST, "The parameter " + path + " must be " + expected + ".");
    }

    @FunctionalInterface
    private interface ElementReader<T> {
        T read(JsonNode element, String path) throws AwsError;
    }
}
