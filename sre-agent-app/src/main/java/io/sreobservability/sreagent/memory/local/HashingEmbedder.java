package io.sreobservability.sreagent.memory.local;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embedder without a model: every word, and every three letters of it, adds to places that its hash chooses. It
 * finds shared words and word stems, not synonyms.
 */
public final class HashingEmbedder implements Embedder {
    private static final int DIMENSIONS = 512;
    private static final int PLACES = 4;
    private static final int SHORTEST_WORD = 3;
    private static final int WEIGHTIEST_LENGTH = 8;
    private static final double STEM_WEIGHT = 0.25;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public String name() {
        return "hashing-" + DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        double[] sums = new double[DIMENSIONS];
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            addWord(words.group(), sums);
        }
        return ofLengthOne(sums);
    }

    private static void addWord(String word, double[] sums) {
        if (word.length() < SHORTEST_WORD) {
            return;
        }
        // Short words are mostly those that every sentence has.
        double weight = (double) Math.min(word.length(), WEIGHTIEST_LENGTH) / WEIGHTIEST_LENGTH;
        add(word, weight, sums);
        for (int i = 0; i + SHORTEST_WORD <= word.length(); i++) {
            add("~" + word.substring(i, i + SHORTEST_WORD), weight * STEM_WEIGHT, sums);
        }
    }

    /**
     * Several places for each, and the sign hashed too: words that share one place by chance share no other, and cancel
     * out as often as they add up.
     */
    private static void add(String feature, double weight, double[] sums) {
        int hash = feature.hashCode();
        for (int place = 0; place < PLACES; place++) {
            hash = mixed(hash + place);
            sums[Math.floorMod(hash, DIMENSIONS)] += hash < 0 ? -weight : weight;
        }
    }

    /** The finalizer of MurmurHash3: similar texts have similar hash codes, and must not get neighbouring places. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    private static float[] ofLengthOne(double[] sums) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; squares > 0 && i < DIMENSIONS; i++) {
            vector[i] = (float) (sums[i] / Math.sqrt(squares));
        }
        return vector;
    }
}
