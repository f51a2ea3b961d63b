package io.sreobservability.testing.contract;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractAttributeUse;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import java.util.ArrayList;
import java.util.List;

/** A contract with one kind of span, and what the tests of the check need of it. */
final class SampleContract {
    private final String spanName;
    private final List<String> names;
    private final List<AttributeSpec> attributes = new ArrayList<>();
    private final List<ContractAttributeUse> uses = new ArrayList<>();
    private final List<ContractAttribute> sources = new ArrayList<>();

    SampleContract(String spanName, String... names) {
        this.spanName = spanName;
        this.names = List.of(names);
    }

    /** An attribute that must be there. */
    SampleContract required(String key, String source) {
        return with(key, "string", "none", false, List.of(), "required", source);
    }

    /** An attribute that must be there and is content. */
    SampleContract requiredContent(String key) {
        return with(key, "string", "content", false, List.of(), "required", "parameter p");
    }

    /** An attribute that spans below get, too. */
    SampleContract inherited(String key, String type) {
        return with(key, type, "none", true, List.of(), "recommended", "parameter p");
    }

    /** An enumeration. */
    SampleContract enumeration(String key, String source, String... members) {
        return with(key, "enum", "none", false, List.of(members), "recommended", source);
    }

    private SampleContract with(
            String key,
            String type,
            String sensitivity,
            boolean inherited,
            List<String> members,
            String requirement,
            String source) {
        attributes.add(new AttributeSpec(
                key,
                type,
                "",
                "",
                List.of(),
                "development",
                sensitivity,
                "low",
                null,
                inherited,
                members.stream()
                        .map(member -> new AttributeSpec.Member(member, "", null))
                        .toList(),
                List.of(),
                null));
        uses.add(new ContractAttributeUse(key, requirement, ""));
        sources.add(new ContractAttribute(key, source));
        return this;
    }

    Contract build() {
        ContractPoint point = new ContractPoint(
                "com.example.C",
                "m",
                "()V",
                "ToolSpan",
                spanName,
                "span.x",
                "com.example.C_SpanAspect",
                sources,
                List.of());
        ContractSpan span =
                new ContractSpan(spanName, "span.x", "ToolSpan", "internal", "development", "", names, uses, List.of());
        return new Contract(
                Contract.VERSION,
                List.of(),
                List.of(point),
                List.of(span),
                attributes,
                List.of(),
                List.of(),
                List.of());
    }
}
