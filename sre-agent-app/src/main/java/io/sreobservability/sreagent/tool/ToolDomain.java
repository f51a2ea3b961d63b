package io.sreobservability.sreagent.tool;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A domain of tools: one specialist agent asks it, one backend server answers. */
public enum ToolDomain {
    KUBERNETES("k8s-api", "Kubernetes Analysis API", 8011),
    LOGS("logs-api", "Application Logs API", 8012),
    METRICS("metrics-api", "Application Metrics API", 8013),
    RUNBOOKS("runbooks-api", "DevOps Runbooks API", 8014);

    /** Between a backend's name and its tool's in a gateway's list, as AgentCore Gateway names its tools: {@code k8s-api___get_pod_status}. */
    public static final String SEPARATOR = "___";

    private final String serviceName;
    private final String title;
    private final int defaultPort;

    ToolDomain(String serviceName, String title, int defaultPort) {
        this.serviceName = serviceName;
        this.title = title;
        this.defaultPort = defaultPort;
    }

    /** The name in commands, file paths and {@code sre.agent_type}: {@code kubernetes}, {@code logs}, ... */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The backend's {@code service.name} in traces and health answers, for example {@code k8s-api}. */
    public String serviceName() {
        return serviceName;
    }

    /** What people call the backend's API. */
    public String title() {
        return title;
    }

    /** The TCP port the backend listens on unless told otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The domain with this {@link #id()}; upper and lower case are the same. */
    public static Optional<ToolDomain> ofId(String id) {
        return Arrays.stream(values())
                .filter(domain -> domain.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** All ids, comma-separated, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(ToolDomain::id).collect(Collectors.joining(", "));
    }
}
