package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.buffer.codec.ItemCodec;

/** What a pipeline has to know of its items. */
interface ItemRules<T> {

    /** Writes an item as it may be written to a disk. */
    ItemCodec<T> codec();

    /** The item ended, whether there is room for it or not; called on the program's thread. */
    void ended(T item);

    /** What the item takes in memory, roughly; called on the program's thread. */
    int bytes(T item);

    /** Whether the item is among the last to be given up for lack of room; called on the program's thread. */
    boolean isPrecious(T item);

    /** Whether the item is among the first to be given up for lack of room; called on any thread, once it has ended. */
    boolean isLeaf(T item);
}
