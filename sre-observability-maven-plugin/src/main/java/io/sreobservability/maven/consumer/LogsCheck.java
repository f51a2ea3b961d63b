package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.logs.FieldTest;
import io.sreobservability.maven.logs.LogsReferences;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.SpanLog;
import io.sreobservability.maven.vocabulary.SpanNames;
import io.sreobservability.maven.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares what a Logs Insights query depends on with what the contracts put into the spans' log group. */
final class LogsCheck {
    private static final String SPAN_NAME = "name";
    private static final String WHOLE_EVENT = "@message";
    private static final int MAX_PATTERN = 1_000;

    private final Vocabulary vocabulary;
    private final Foreign foreign;
    private final Findings findings;

    LogsCheck(Vocabulary vocabulary, Foreign foreign, Findings findings) {
        this.vocabulary = vocabulary;
        this.foreign = foreign;
        this.findings = findings;
    }

    /**
     * Checks one query.
     *
     * @param logGroups the log groups that are given beside the query; it may name more itself
     */
    void check(SourceText query, List<Named> logGroups) {
        try {
            LogsReferences references = LogsReferences.of(query);
            List<Named> groups = new ArrayList<>(logGroups);
            groups.addAll(references.logGroups());
            if (readsSpans(groups)) {
                references.fields().forEach(this::field);
                references.lost().forEach(name -> findings.add(ProofCode.LOST_FIELD, name.place(), name.text()));
                references.opaque().forEach(test -> unfollowed(test.field(), test.place()));
                references.tests().stream()
                        .filter(test -> test.field().equals(WHOLE_EVENT))
                        .forEach(test -> unfollowed(WHOLE_EVENT, test.value().place()));
                references.tests().stream()
                        .filter(test -> test.field().equals(SPAN_NAME))
                        .filter(test -> !foreign.spans().contains(test.value().text()))
                        .forEach(this::spanName);
            }
        } catch (UnreadableTextException e) {
            findings.addUnchecked(e);
        }
    }

    /** A query that names no group is run over the spans, or nobody could say what its fields are. */
    private boolean readsSpans(List<Named> groups) {
        groups.stream()
                .filter(group ->
                        !isSpanLog(group.text()) && !foreign.logGroups().contains(group.text()))
                .forEach(
                        group -> findings.add(ProofCode.UNKNOWN_LOG_GROUP, group.place(), SpanLog.GROUP, group.text()));
        return groups.isEmpty() || groups.stream().anyMatch(group -> isSpanLog(group.text()));
    }

    /** By name, or by ARN: {@code arn:aws:logs:region:account:log-group:aws/spans}. */
    private static boolean isSpanLog(String group) {
        return group.equals(SpanLog.GROUP) || group.matches("arn:.*:log-group:" + SpanLog.GROUP + "(:\\*)?");
    }

    private void field(Named field) {
        String name = field.text();
        if (SpanLog.has(name) || foreign.fields().contains(name)) {
            return;
        }
        if (!name.startsWith(SpanLog.ATTRIBUTE)) {
            findings.addUnknown(
                    ProofCode.UNKNOWN_FIELD, field.place(), name, SpanLog.names(vocabulary.attributes()), name);
            return;
        }
        String key = name.substring(SpanLog.ATTRIBUTE.length());
        if (!vocabulary.attributes().contains(key)) {
            findings.addUnknown(ProofCode.UNKNOWN_ATTRIBUTE, field.place(), key, vocabulary.attributes(), key);
        }
    }

    /** Values of attributes are not checked, but what is made from a name must be such a name's. */
    private void unfollowed(String field, Place place) {
        if (field.equals(SPAN_NAME)) {
            findings.add(
                    ProofCode.NOT_CHECKED,
                    place,
                    "the text is compared with something made from `name`, or by order; compare `name` itself with =, in,"
                            + " like or strcontains");
        } else if (field.equals(WHOLE_EVENT)) {
            findings.add(
                    ProofCode.NOT_CHECKED,
                    place,
                    "the text of the whole event may hold any name; compare the field that is meant, instead of @message");
        }
    }

    private void spanName(FieldTest test) {
        String value = test.value().text();
        Place place = test.value().place();
        SpanNames spans = vocabulary.spans();
        boolean known = switch (test.kind()) {
            case EQUALS -> spans.has(value);
            // What a query leaves out by a pattern need not be there today.
            case CONTAINS -> test.excluded() || spans.anyContains(value);
            case MATCHES -> test.excluded() || matches(test.value());
        };
        if (!known) {
            findings.addMeaning(
                    ProofCode.UNKNOWN_SPAN,
                    place,
                    spans.nearest(value),
                    test.kind().verb() + " \"" + value + "\"");
        }
    }

    private boolean matches(Named regex) {
        try {
            if (regex.text().length() > MAX_PATTERN) {
                findings.add(
                        ProofCode.NOT_CHECKED, regex.place(), "a pattern of more than " + MAX_PATTERN + " characters");
                return true;
            }
            return vocabulary.spans().anyMatches(Pattern.compile(regex.text()));
        } catch (PatternSyntaxException e) {
            findings.add(ProofCode.NOT_CHECKED, regex.place(), "the pattern is not valid: " + e.getDescription());
            return true;
        }
    }
}
