package io.sreobservability.aspects.attribute;

/** How private an attribute's value is; decides whether it may leave the process. */
public enum Sensitivity {
    /** Says nothing about a person or about what was asked: always sent. */
    NONE,
    /** Names a person, session or place, without saying what was asked: always sent, never free text. */
    IDENTIFIER,
    /** What somebody asked, passed or got: dropped unless content capture is on, and then sent redacted and cut. */
    CONTENT
}
