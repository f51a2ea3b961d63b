package io.sreobservability.maven.vocabulary;

import java.util.Set;

/**
 * Names of other publishers that the build's owner vouches for.
 *
 * @param namespaces CloudWatch namespaces
 * @param logGroups log groups other than the spans'
 * @param fields fields of the span log, for example {@code attributes.aws.local.service}
 * @param spans span names, or the texts and patterns that queries compare span names with
 */
public record Foreign(Set<String> namespaces, Set<String> logGroups, Set<String> fields, Set<String> spans) {
    /** Nothing of anybody else. */
    public static final Foreign NONE = new Foreign(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Foreign {
        namespaces = Set.copyOf(namespaces);
        logGroups = Set.copyOf(logGroups);
        fields = Set.copyOf(fields);
        spans = Set.copyOf(spans);
    }
}
