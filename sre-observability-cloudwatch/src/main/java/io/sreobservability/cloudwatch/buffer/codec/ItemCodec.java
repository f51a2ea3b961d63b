package io.sreobservability.cloudwatch.buffer.codec;

/** Turns one kind of item into bytes and back. Used by one thread. */
public interface ItemCodec<T> {

    byte[] encode(T item);

    /**
     * The item again, equal in everything that an exporter sends.
     *
     * @throws RuntimeException if the bytes are not those of such an item
     */
    T decode(byte[] bytes);
}
