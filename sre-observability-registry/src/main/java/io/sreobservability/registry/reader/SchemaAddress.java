package io.sreobservability.registry.reader;

import java.util.Arrays;

/**
 * A schema URL taken apart: two versions of one registry have the same base.
 *
 * @param base everything before the version
 * @param version the last path segment
 */
record SchemaAddress(String base, String version) {
    static SchemaAddress of(String schemaUrl) {
        int slash = schemaUrl.lastIndexOf('/');
        return new SchemaAddress(schemaUrl.substring(0, slash), schemaUrl.substring(slash + 1));
    }

    /** Whether this is the wanted registry in the wanted version or a later one. */
    boolean satisfies(SchemaAddress wanted) {
        return base.equals(wanted.base) && Arrays.compare(numbers(version), numbers(wanted.version)) >= 0;
    }

    /** {@code 1.10.0} is later than {@code 1.9}; what is not a number does not count. */
    private static long[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .mapToLong(part -> Long.parseLong(part.substring(0, Math.min(part.length(), 18))))
                .toArray();
    }
}
