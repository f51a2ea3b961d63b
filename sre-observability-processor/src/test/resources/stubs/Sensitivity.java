package io.sreobservability.aspects.attribute;

public enum Sensitivity {
    NONE,
    IDENTIFIER,
    CONTENT
}
