package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Registry;
import java.util.List;

/** Reads registries and checks that their parts fit together. */
public final class RegistryReader {
    private RegistryReader() {}

    /** The standard that comes with the library, alone. Read anew on each call: keep the result. */
    public static Registry standard() {
        return read(List.of(RegistrySources.standard()));
    }

    /**
     * Reads the standard and composes it with other registries. Each may add to those it builds on, or be stricter, but
     * never loosen what they promise.
     *
     * @param sources the standard first; the order of the others does not matter
     * @throws InvalidRegistryException at the first mistake, with its place and the fix
     */
    public static Registry read(List<RegistrySource> sources) {
        List<LayerDraft> layers =
                LayerOrder.sort(sources.stream().map(LayerDraft::read).toList());
        return new RegistryComposition(layers).compose();
    }
}
