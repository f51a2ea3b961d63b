package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.Manifest;
import io.sreobservability.registry.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One registry while it is put together with the others. */
final class LayerDraft {
    private final Origin origin;
    private final ManifestText manifest;
    private final RegistrySource source;
    private final List<GroupDraft> groups;
    private final Set<LayerDraft> basis = new LinkedHashSet<>();

    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> families = new LinkedHashSet<>();
    private final Set<String> metrics = new LinkedHashSet<>();
    private final Map<String, List<Member>> addedMembers = new LinkedHashMap<>();

    private LayerDraft(RegistrySource source, Origin origin, ManifestText manifest) {
        this.source = source;
        this.origin = origin;
        this.manifest = manifest;
        this.groups = new ArrayList<>();
    }

    static LayerDraft read(RegistrySource source) {
        ManifestText manifest = ManifestText.read(source.manifest());
        Optional<String> constants = RegistryIndex.parse(source.index()).constantsPackage();
        Origin origin = new Origin(source.name(), manifest.manifest().schemaUrl(), constants.orElse(""));
        LayerDraft layer = new LayerDraft(source, origin, manifest);
        for (RegistrySource.File file : source.definitions()) {
            YamlMap top = YamlText.read(file).map();
            for (YamlMap fields : top.required("groups").list(YamlValue::map)) {
                layer.groups.add(GroupDraft.of(layer, fields));
            }
            top.refuseUnknown();
        }
        return layer;
    }

    Origin origin() {
        return origin;
    }

    Manifest manifest() {
        return manifest.manifest();
    }

    /** Where the address stands. */
    YamlValue address() {
        return manifest.address();
    }

    /** Where the addresses of the registries stand that this one builds on. */
    List<YamlValue> dependencies() {
        return manifest.dependencies();
    }

    RegistrySource source() {
        return source;
    }

    List<GroupDraft> groups() {
        return groups;
    }

    List<GroupDraft> groups(GroupType type) {
        return groups.stream().filter(group -> group.type() == type).toList();
    }

    /** This one builds on that one, and on all that that one builds on. */
    void buildsOn(LayerDraft other) {
        basis.add(other);
        basis.addAll(other.basis);
    }

    /** Whether this registry may use what that one defines. */
    boolean sees(LayerDraft other) {
        return other == this || basis.contains(other);
    }

    /** An error about the use of something that this registry does not see. */
    InvalidRegistryException unseen(YamlValue place, String what, Definition definition) {
        return place.error(what + " is of " + definition + ", which " + origin.name()
                + " does not build on: add `- schema_url: "
                + definition.layer().origin().schemaUrl() + "` to `dependencies` in "
                + source.manifest().name());
    }

    /** The keys of the attributes that this registry defined or whose handling it tightened. */
    Set<String> attributes() {
        return attributes;
    }

    /** The ids of the families that this registry defined or to which it added. */
    Set<String> families() {
        return families;
    }

    /** The ids of the metrics that this registry defined. */
    Set<String> metrics() {
        return metrics;
    }

    /** The members that this registry added, by attribute key. */
    Map<String, List<Member>> addedMembers() {
        return addedMembers;
    }
}
