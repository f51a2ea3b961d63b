package io.sreobservability.sreagent.backend.data;

import io.sreobservability.sreagent.tool.ToolDomain;

/** The files of the data set. {@code .jsonl} holds one object a line, {@code .json} one document. */
public enum DataFile {
    PODS(ToolDomain.KUBERNETES, "pods.jsonl"),
    DEPLOYMENTS(ToolDomain.KUBERNETES, "deployments.jsonl"),
    EVENTS(ToolDomain.KUBERNETES, "events.jsonl"),
    NODES(ToolDomain.KUBERNETES, "nodes.jsonl"),
    CLUSTER_USAGE(ToolDomain.KUBERNETES, "resource_usage.json"),
    APPLICATION_LOG(ToolDomain.LOGS, "application.jsonl"),
    RESPONSE_TIMES(ToolDomain.METRICS, "response_times.jsonl"),
    THROUGHPUT(ToolDomain.METRICS, "throughput.jsonl"),
    ERROR_RATES(ToolDomain.METRICS, "error_rates.jsonl"),
    SERVICE_USAGE(ToolDomain.METRICS, "resource_usage.jsonl"),
    AVAILABILITY(ToolDomain.METRICS, "availability.jsonl"),
    PLAYBOOKS(ToolDomain.RUNBOOKS, "playbooks.jsonl"),
    GUIDES(ToolDomain.RUNBOOKS, "guides.jsonl"),
    RESOLUTIONS(ToolDomain.RUNBOOKS, "resolutions.jsonl"),
    ESCALATION(ToolDomain.RUNBOOKS, "escalation.json");

    private final ToolDomain domain;
    private final String fileName;

    DataFile(ToolDomain domain, String fileName) {
        this.domain = domain;
        this.fileName = fileName;
    }

    /** The domain whose backend serves the file. */
    public ToolDomain domain() {
        return domain;
    }

    /** The path below the data folder, with forward slashes. */
    public String path() {
        return domain.id() + "/" + fileName;
    }

    boolean isLines() {
        return fileName.endsWith(".jsonl");
    }
}
