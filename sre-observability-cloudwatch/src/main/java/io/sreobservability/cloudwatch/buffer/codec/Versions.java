package io.sreobservability.cloudwatch.buffer.codec;

/** The version in front of every record: another version of this library may have written it. */
final class Versions {

    private Versions() {}

    static void check(Input in, int known) {
        if (in.number() != known) {
            throw new IllegalArgumentException("A record of another version");
        }
    }
}
