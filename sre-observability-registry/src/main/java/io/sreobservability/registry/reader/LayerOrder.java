package io.sreobservability.registry.reader;

import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts registries into the order in which they are composed: the standard first, then each after those it builds on, and
 * otherwise by address. So the result does not depend on the order of a class path.
 */
final class LayerOrder {
    private final TreeMap<String, LayerDraft> byBase = new TreeMap<>();
    private final Set<LayerDraft> sorted = new LinkedHashSet<>();
    private final Set<LayerDraft> underWay = new LinkedHashSet<>();

    private LayerOrder() {}

    /** Sorts; the first of the list is the standard. */
    static List<LayerDraft> sort(List<LayerDraft> layers) {
        LayerOrder order = new LayerOrder();
        for (LayerDraft layer : layers) {
            @Nullable LayerDraft other = order.byBase.putIfAbsent(base(layer), layer);
            if (other != null) {
                throw layer.address()
                        .error("the registry " + base(layer) + " is there twice: as "
                                + other.origin().name() + " and as "
                                + layer.origin().name() + "; remove one of them");
            }
        }
        LayerDraft standard = layers.get(0);
        order.place(standard);
        for (LayerDraft layer : order.byBase.values()) {
            if (layer != standard) {
                layer.buildsOn(standard);
            }
        }
        order.byBase.values().forEach(order::place);
        return new ArrayList<>(order.sorted);
    }

    private static String base(LayerDraft layer) {
        return SchemaAddress.of(layer.origin().schemaUrl()).base();
    }

    private void place(LayerDraft layer) {
        if (sorted.contains(layer)) {
            return;
        }
        underWay.add(layer);
        for (YamlValue url : layer.dependencies()) {
            LayerDraft dependency = find(url);
            if (underWay.contains(dependency)) {
                throw url.error("registries build on each other in a circle: "
                        + underWay.stream().map(it -> it.origin().name()).collect(Collectors.joining(", "))
                        + "; remove one of the `dependencies`");
            }
            place(dependency);
            layer.buildsOn(dependency);
        }
        underWay.remove(layer);
        sorted.add(layer);
    }

    private LayerDraft find(YamlValue url) {
        SchemaAddress wanted = SchemaAddress.of(url.text());
        @Nullable LayerDraft found = byBase.get(wanted.base());
        if (found == null) {
            throw url.error("the dependency " + url.text() + " is not there; put its artifact on the processor path"
                    + NearestName.of(wanted.base(), byBase.keySet())
                            .map(near -> ". Did you mean `" + near + "`?")
                            .orElse(""));
        }
        if (!SchemaAddress.of(found.origin().schemaUrl()).satisfies(wanted)) {
            throw url.error("the dependency " + url.text() + " is there in an older version, as "
                    + found.origin().schemaUrl() + " (" + found.origin().name()
                    + "); raise the version of its artifact");
        }
        return found;
    }
}
