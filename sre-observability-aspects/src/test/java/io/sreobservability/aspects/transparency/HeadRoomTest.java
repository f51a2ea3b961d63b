package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.transparency.twin.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the depth of a recursion is left when it is woven. */
class HeadRoomTest {
    @TempDir
    private static Path folder;

    private static Twins twins;

    private record Depths(String recursion, int plain, int woven) {
        static Depths of(String line) {
            String[] fields = line.split("\t", -1);
            return new Depths(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
        }

        double share() {
            return (double) woven / plain;
        }
    }

    @BeforeAll
    static void build() throws Exception {
        twins = Twins.build(folder, Map.of("recursion.Recursion", Fixture.resource("Recursion.java")), Map.of());
    }

    /**
     * The interpreter's frames are the same in every run, so this is exact. ajc gives each bound value, each result and the
     * exception a local variable of its own, which is why methods that bind more keep less.
     */
    @Test
    void aRecursionKeepsMostOfItsDepth() throws Exception {
        List<Depths> all = measure("interpreted", "-Xint");

        assertThat(all).hasSize(5).allMatch(depths -> depths.share() >= 0.70);
        assertThat(all)
                .filteredOn(depths -> depths.recursion().startsWith("nothing bound"))
                .hasSize(2)
                .allMatch(depths -> depths.share() >= 0.85);
    }

    private static List<Depths> measure(String mode, String option) throws Exception {
        List<Depths> all =
                ChildJvm.run(
                                List.of(option),
                                RecursionProbe.class,
                                twins.plain().toString(),
                                twins.woven().toString())
                        .stream()
                        .map(Depths::of)
                        .toList();
        all.forEach(depths -> System.out.printf(
                "Head-room, %s: %s: %d of %d frames, %.3f%n",
                mode, depths.recursion(), depths.woven(), depths.plain(), depths.share()));
        double[] shares = all.stream().mapToDouble(Depths::share).sorted().toArray();
        System.out.printf("Head-room, %s: median %.3f, worst %.3f%n", mode, shares[shares.length / 2], shares[0]);
        return all;
    }
}
