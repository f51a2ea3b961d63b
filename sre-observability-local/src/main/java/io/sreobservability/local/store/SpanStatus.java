package io.sreobservability.local.store;

/** How a span ended: {@code UNSET} is the normal case, {@code OK} only what somebody declared a success. */
public enum SpanStatus {
    UNSET,
    OK,
    ERROR
}
