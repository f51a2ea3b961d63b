package io.sreobservability.registry.contract;

import static io.sreobservability.registry.contract.YamlTree.list;
import static io.sreobservability.registry.contract.YamlTree.text;
import static io.sreobservability.registry.contract.YamlTree.texts;

import org.jspecify.annotations.Nullable;

/** Attributes in the fields of semantic-convention registries. */
final class WeaverAttributes {
    private WeaverAttributes() {}

    static YamlTree definition(AttributeSpec attribute) {
        YamlTree tree = new YamlTree().with("id", text(attribute.key()));
        if (attribute.members().isEmpty()) {
            tree.with("type", text(attribute.type().equals("json") ? "string" : attribute.type()));
        } else {
            tree.with("type", members(attribute));
        }
        tree.with("stability", text(attribute.stability())).with("brief", text(attribute.brief()));
        if (!attribute.note().isEmpty()) {
            tree.with("note", text(attribute.note()));
        }
        if (!attribute.examples().isEmpty()) {
            tree.with("examples", texts(attribute.examples()));
        }
        deprecated(tree, attribute.deprecated());
        return tree.with("annotations", traits(attribute));
    }

    /** A member is as firm as its attribute; its value serves as its name, too. */
    private static YamlTree members(AttributeSpec attribute) {
        return new YamlTree().with("members", list(attribute.members().stream().map(member -> {
            YamlTree tree = new YamlTree()
                    .with("id", text(member.value()))
                    .with("value", text(member.value()))
                    .with("stability", text(attribute.stability()));
            if (!member.brief().isEmpty()) {
                tree.with("brief", text(member.brief()));
            }
            return deprecated(tree, member.deprecated());
        })));
    }

    private static YamlTree deprecated(YamlTree tree, @Nullable DeprecationSpec deprecated) {
        if (deprecated == null) {
            return tree;
        }
        YamlTree fields = new YamlTree().with("reason", text(deprecated.reason()));
        if (deprecated.renamedTo() != null) {
            fields.with("renamed_to", text(deprecated.renamedTo()));
        }
        if (!deprecated.note().isEmpty()) {
            fields.with("note", text(deprecated.note()));
        }
        return tree.with("deprecated", fields);
    }

    private static YamlTree traits(AttributeSpec attribute) {
        YamlTree traits = new YamlTree()
                .with("sensitivity", text(attribute.sensitivity()))
                .with("cardinality", text(attribute.cardinality()));
        if (attribute.maxLength() != null) {
            traits.with("max_length", YamlTree.number(attribute.maxLength()));
        }
        if (attribute.inherited()) {
            traits.with("inherited", YamlTree.flag());
        }
        if (attribute.type().equals("json")) {
            traits.with("format", text("json"));
        }
        if (!attribute.setAlso().isEmpty()) {
            traits.with("set_also", texts(attribute.setAlso()));
        }
        return traits;
    }

    static YamlTree use(ContractAttributeUse use) {
        YamlTree tree = new YamlTree().with("ref", text(use.key()));
        return use.condition().isEmpty()
                ? tree.with("requirement_level", text(use.requirement()))
                : tree.with("requirement_level", new YamlTree().with(use.requirement(), text(use.condition())));
    }
}
