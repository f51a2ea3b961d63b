package io.sreobservability.sreagent.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashingEmbedderTest {
    private final Embedder embedder = new HashingEmbedder();

    @Test
    void textsThatShareWordsAndStemsAreClose() {
        double same = closeness("API response times degraded", "the response time of the API has degraded");
        double other = closeness("API response times degraded", "database pods are crash looping");

        assertThat(same).isGreaterThan(0.6);
        assertThat(other).isLessThan(0.2);
    }

    @Test
    void aTextWithoutWordsIsCloseToNothing() {
        assertThat(closeness("?!", "?!")).isZero();
    }

    @Property(tries = 200)
    void aTextIsClosestToItself(@ForAll String text, @ForAll String other) {
        double self = closeness(text, text);

        assertThat(self == 0 || Math.abs(self - 1) < 1e-5).isTrue();
        assertThat(closeness(text, other)).isLessThanOrEqualTo(1 + 1e-5);
    }

    @Property(tries = 100)
    void aVectorSurvivesStorage(@ForAll String text) {
        byte[] bytes = Vector.of(text, embedder).toBytes();

        assertThat(Vector.ofBytes(bytes).toBytes()).isEqualTo(bytes).hasSize(4 * embedder.embed(text).length);
    }

    private double closeness(String one, String other) {
        return Vector.of(one, embedder).closeness(Vector.of(other, embedder));
    }
}
