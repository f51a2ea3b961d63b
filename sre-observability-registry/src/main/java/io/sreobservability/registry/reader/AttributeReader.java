package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeTraits.Automatic;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.AttributeType;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.Stability;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the definition of an attribute. */
final class AttributeReader {
    private static final String KEY = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+";

    private AttributeReader() {}

    static Attribute read(YamlMap entry) {
        YamlValue id = entry.required("id");
        if (!id.text().matches(KEY)) {
            throw id.error(
                    "`" + id.text() + "` is not a key: expected snake_case words joined by dots, such as sre.user_id");
        }
        AttributeType type = type(entry.required("type"));
        Documentation documentation = Groups.firmDocumentation(entry);
        if (type == Scalar.STRING && documentation.examples().isEmpty()) {
            throw entry.place().error("attribute `" + id.text() + "` is a string: `examples` are needed");
        }
        Attribute attribute =
                new Attribute(id.text(), type, documentation, traits(entry.required("annotations"), type));
        entry.refuseUnknown();
        return attribute;
    }

    private static AttributeType type(YamlValue value) {
        if (value.isText()) {
            return value.oneOf(Scalar.class);
        }
        YamlMap map = value.map();
        List<Member> members = map.required("members").list(AttributeReader::member);
        map.refuseUnknown();
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.value())) {
                throw value.error("member `" + member.value() + "` is given twice");
            }
        }
        return new Enumeration(members);
    }

    private static Member member(YamlValue value) {
        YamlMap map = value.map();
        map.required("stability").oneOf(Stability.class);
        Member member = new Member(map.text("id"), map.text("value"), map.textOr("brief", ""));
        map.refuseUnknown();
        return member;
    }

    private static AttributeTraits traits(YamlValue annotations, AttributeType type) {
        YamlMap map = annotations.map();
        AttributeTraits traits = new AttributeTraits(
                map.required("sensitivity").oneOf(Sensitivity.class),
                map.required("cardinality").oneOf(Cardinality.class),
                map.optional("max_length")
                        .map(value -> OptionalInt.of(value.positiveInt()))
                        .orElse(OptionalInt.empty()),
                map.flag("inherited"),
                map.optional("format").map(AttributeReader::isJson).orElse(false),
                map.optional("set_also").map(YamlValue::texts).orElse(List.of()),
                map.optional("automatic").map(value -> value.oneOf(Automatic.class)));
        map.refuseUnknown();
        if (type != Scalar.STRING && (traits.maxLength().isPresent() || traits.json())) {
            throw annotations.error("`max_length` and `format` are for attributes of type string");
        }
        return traits;
    }

    private static boolean isJson(YamlValue value) {
        if (!value.text().equals("json")) {
            throw value.error("expected json");
        }
        return true;
    }
}
