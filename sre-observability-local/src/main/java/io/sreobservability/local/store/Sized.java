package io.sreobservability.local.store;

/** A record that knows what it counts for in a store's limit. */
interface Sized {
    /** Approximate size in bytes of what it holds. */
    int sizeBytes();
}
