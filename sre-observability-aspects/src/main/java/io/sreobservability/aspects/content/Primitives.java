package io.sreobservability.aspects.content;

/** Writes the elements of arrays of primitives, without reflection. Bytes are data, not values: they are left out. */
final class Primitives {
    private Primitives() {}

    static void write(JsonSink json, Object array) {
        if (array instanceof int[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof long[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof double[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof float[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof boolean[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof short[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                json.value(elements[i]);
            }
        } else if (array instanceof char[] elements) {
            json.value(String.valueOf(elements, 0, Math.min(json.longest(), elements.length)));
        }
    }
}
