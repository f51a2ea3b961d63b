package io.sreobservability.registry.reader;

/**
 * Who says something, and where: when two registries disagree, both are named.
 *
 * @param layer the registry
 * @param place where it says so
 */
record Definition(LayerDraft layer, YamlValue place) {
    /** That a registry gives something up that this one promises. */
    InvalidRegistryException loosened(LayerDraft by, YamlValue where, String what, String detail) {
        return where.error(by.origin().name() + " loosens " + what + " of " + this + ": " + detail);
    }

    /** That a registry defines again what this one defines. */
    InvalidRegistryException redefined(LayerDraft by, YamlValue where, String what, String fix) {
        return by == layer
                ? where.error(what + " is defined already (" + place.where() + ")")
                : where.error(by.origin().name() + " redefines " + what + " of " + this + "; " + fix);
    }

    @Override
    public String toString() {
        return layer.origin().name() + " (" + place.where() + ")";
    }
}
