package io.sreobservability.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project's own registry in a folder: adds to the standard, tightens it, and deprecates a thing of its own. */
final class AcmeRegistry {
    static final String PACKAGE = "com.acme.telemetry";

    private static final String DEFINITIONS = """
            groups:
              - id: registry.acme
                type: attribute_group
                brief: What only Acme knows.
                attributes:
                  - id: acme.tenant
                    type: string
                    stability: development
                    brief: Who pays; see `acme.plan`. */ <b>@since</b> {@code \\u002a/
                    examples: [zoo]
                    annotations: {sensitivity: none, cardinality: bounded}
                  - id: acme.customer
                    type: string
                    stability: development
                    brief: The old name.
                    examples: [zoo]
                    deprecated: {reason: renamed, renamed_to: acme.tenant, note: since 2.0}
                    annotations: {sensitivity: none, cardinality: bounded}
                  - id: acme.plan
                    type:
                      members:
                        - {id: free, value: free, stability: development, brief: Pays nothing.}
                        - id: gold
                          value: gold
                          stability: development
                          brief: Pays.
                          deprecated: {reason: obsoleted}
                    stability: development
                    brief: The contract.
                    annotations: {sensitivity: none, cardinality: low}
              - id: acme.tool
                type: attribute_group
                brief: What Acme adds to tool calls.
                annotations:
                  refines: span.tool
                  placeholders: {tool_name: [get_weather, get_forecast]}
                attributes:
                  - ref: acme.tenant
                    requirement_level: required
                  - ref: acme.customer
                    requirement_level: opt_in
                  - ref: acme.plan
                    requirement_level: recommended
                  - ref: sre.tool_params
                    annotations: {max_length: 500}
              - id: acme.members
                type: attribute_group
                brief: Acme's agents.
                attributes:
                  - ref: sre.agent_type
                    annotations:
                      add_members:
                        - {id: network, value: network, stability: development, brief: Looks at routers.}
              - id: span.acme.job
                type: span
                span_kind: internal
                stability: development
                brief: One job of the night.
                extends: attributes.sre.context
                attributes:
                  - ref: acme.tenant
                    requirement_level: required
                annotations:
                  annotation: AgentSpan
                  name: "job.{job_name}"
                  placeholders: {job_name: [clean_up, archive]}
                  component: agent
                  component_name: "{job_name}"
              - id: metric.acme.calls
                type: metric
                metric_name: AcmeJobs
                instrument: counter
                unit: "{count}"
                stability: development
                brief: How often a job ran.
                annotations:
                  namespace: Acme
                  cloudwatch_unit: Count
                  spans: [span.acme.job]
                  value: one
                  when: always
                  dimensions:
                    - {name: Tenant, attribute: acme.tenant}
            """;

    private AcmeRegistry() {}

    /** Writes the registry and gives the compiler's option for it. */
    static List<String> option(Path folder) {
        try {
            Files.writeString(
                    folder.resolve("manifest.yaml"), "schema_url: https://acme.example/schemas/agents/2.1.0\n");
            Files.writeString(folder.resolve("registry.index"), "constants: " + PACKAGE + "\nacme.yaml\n");
            Files.writeString(folder.resolve("acme.yaml"), DEFINITIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-Asre.observability.registry=" + folder);
    }
}
