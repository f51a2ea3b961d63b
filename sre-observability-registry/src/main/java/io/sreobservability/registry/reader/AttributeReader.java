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
import io.sreobservability.registry.model.Stability;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the definition of an attribute. */
final class AttributeReader {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Pattern MEMBER = Pattern.compile("[a-z][a-z0-9_]*");
    /** Types of OpenTelemetry that exist but cannot be set from an annotated method. */
    private static final Pattern UNSUPPORTED =
            Pattern.compile("any|(string|int|double|boolean|any)\\[]|template\\[[a-z\\[\\]]+]");

    private AttributeReader() {}

    static Attribute read(YamlMap entry) {
        YamlValue id = entry.required("id");
        id.name(KEY, "a key", "snake_case words joined by dots, such as sre.user_id");
        AttributeType type = type(entry.required("type"));
        entry.optional("sampling_relevant").ifPresent(YamlValue::bool);
        return new Attribute(
                id.text(),
                type,
                DocumentationReader.ofAttribute(entry, type),
                traits(entry.required("annotations"), type));
    }

    private static AttributeType type(YamlValue value) {
        if (value.isText()) {
            if (UNSUPPORTED.matcher(value.text()).matches()) {
                throw value.error("attributes of type `" + value.text() + "` cannot be set by annotations: expected "
                        + "string, int, double, boolean or {members: [...]}");
            }
            return value.oneOf(Scalar.class);
        }
        if (!value.isMap()) {
            throw value.error("expected string, int, double, boolean or {members: [...]}");
        }
        YamlMap map = value.map();
        YamlValue list = map.required("members");
        List<Member> members = members(list);
        map.refuseUnknown();
        return new Enumeration(members);
    }

    /** At least one member, none twice. */
    static List<Member> members(YamlValue list) {
        List<Member> members = list.list(AttributeReader::member);
        if (members.isEmpty()) {
            throw list.error("expected at least one member");
        }
        Set<String> ids = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (Member member : members) {
            if (!values.add(member.value())) {
                throw list.error("member `" + member.value() + "` is given twice");
            }
            if (!ids.add(member.id())) {
                throw list.error("two members have the id `" + member.id() + "`");
            }
        }
        return members;
    }

    private static Member member(YamlValue value) {
        YamlMap map = value.map();
        map.required("stability").oneOf(Stability.class);
        map.optional("note").ifPresent(YamlValue::text);
        map.optional("annotations").ifPresent(YamlValue::map);
        Member member = new Member(
                map.required("id").name(MEMBER, "a member's id", "one snake_case word"),
                map.text("value"),
                map.textOr("brief", ""),
                DocumentationReader.deprecation(map));
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
        if (!value.isText() || !value.text().equals("json")) {
            throw value.error("expected json");
        }
        return true;
    }
}
