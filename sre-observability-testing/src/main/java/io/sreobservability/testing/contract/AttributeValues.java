package io.sreobservability.testing.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.sreobservability.registry.contract.AttributeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the values of attributes with what the registry says of their keys. */
final class AttributeValues {
    private final Contracts contracts;

    AttributeValues(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * What is wrong with a value. Where modules differ about a key, it is enough to satisfy one of them.
     *
     * @param definitions what the key means; not empty
     * @param where the span that carries it
     */
    List<Violation> check(List<AttributeSpec> definitions, AttributeKey<?> key, Object value, String where) {
        List<Violation> found = new ArrayList<>();
        List<AttributeSpec> ofType = definitions.stream()
                .filter(attribute -> typeOf(attribute) == key.getType())
                .toList();
        if (ofType.isEmpty()) {
            found.add(new Violation(
                    Rule.WRONG_TYPE,
                    key.getKey(),
                    where,
                    "the registry says " + definitions.get(0).type() + ", but the value is of type " + key.getType()
                            + "."));
        } else if (ofType.stream().noneMatch(attribute -> admits(attribute, value))) {
            found.add(unknownMember(ofType.get(0), value, where));
        }
        return found;
    }

    private static AttributeType typeOf(AttributeSpec attribute) {
        return switch (attribute.type()) {
            case "int" -> AttributeType.LONG;
            case "double" -> AttributeType.DOUBLE;
            case "boolean" -> AttributeType.BOOLEAN;
            default -> AttributeType.STRING;
        };
    }

    private boolean admits(AttributeSpec attribute, Object value) {
        return attribute.members().isEmpty()
                || contracts.takesWordsOfNames(attribute.key())
                || members(attribute).contains(value.toString());
    }

    private static Violation unknownMember(AttributeSpec attribute, Object value, String where) {
        List<String> members = members(attribute);
        return new Violation(
                Rule.UNKNOWN_MEMBER,
                attribute.key(),
                where,
                "`" + value + "` is none of its values "
                        + members.stream().map(member -> "`" + member + "`").collect(Collectors.joining(", ")) + "."
                        + Suggestion.instead(value.toString(), members));
    }

    private static List<String> members(AttributeSpec attribute) {
        return attribute.members().stream().map(AttributeSpec.Member::value).toList();
    }
}
