package io.sreobservability.sreagent.memory.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The place of a text among others. Immutable. */
final class Vector {
    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /** The vector of a text. */
    static Vector of(String text, Embedder embedder) {
        return new Vector(embedder.embed(text).clone());
    }

    static Vector ofBytes(byte[] bytes) {
        FloatBuffer floats =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return new Vector(values);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** The cosine of two vectors of length 1. What cannot be compared is not close. */
    double closeness(Vector other) {
        if (values.length != other.values.length) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }
}
