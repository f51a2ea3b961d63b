package io.sreobservability.registry.reader;

/** The kinds of groups that this reader knows. */
enum GroupType {
    ATTRIBUTE_GROUP,
    SPAN,
    METRIC
}
