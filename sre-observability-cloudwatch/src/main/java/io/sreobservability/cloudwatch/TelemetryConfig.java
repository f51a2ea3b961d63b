package io.sreobservability.cloudwatch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an application chose for its telemetry. Immutable; checked when it is made.
 *
 * <p>The standard {@code OTEL_*} variables are passed on as they are and win over this library's own choices. They never
 * appear in {@link #toString}, because headers and certificates may be among them.
 */
public final class TelemetryConfig {

    private final TelemetryMode mode;
    private final Destination destination;
    private final DeliveryConfig delivery;
    private final Service service;
    private final Duration shutdownBudget;
    private final Map<String, String> openTelemetryVariables;

    private TelemetryConfig(
            TelemetryMode mode,
            Destination destination,
            DeliveryConfig delivery,
            Service service,
            Duration shutdownBudget,
            Map<String, String> openTelemetryVariables) {
        this.mode = mode;
        this.destination = destination;
        this.delivery = delivery;
        this.service = service;
        this.shutdownBudget = shutdownBudget;
        this.openTelemetryVariables = openTelemetryVariables;
    }

    /**
     * Reads the configuration from environment variables ({@code .env.example} lists them); blank means not set.
     *
     * @throws TelemetryConfigException naming the key and what is expected
     */
    public static TelemetryConfig fromEnvironment(Map<String, String> environment) {
        Map<String, String> openTelemetry = new TreeMap<>();
        environment.forEach((key, value) -> {
            if (key.startsWith("OTEL_") && !value.isBlank()) {
                openTelemetry.put(key, value);
            }
        });
        return read(environment::get, Map.copyOf(openTelemetry));
    }

    /** Reads this library's keys only, for an exporter that somebody else's SDK set-up creates. */
    static TelemetryConfig fromKeys(Function<String, @Nullable String> lookup) {
        return read(lookup, Map.of());
    }

    private static TelemetryConfig read(Function<String, @Nullable String> lookup, Map<String, String> openTelemetry) {
        TelemetryMode mode =
                TelemetryMode.parse(Destination.value(lookup, TelemetryMode.KEY, TelemetryMode.NONE.word()));
        // Mode none uses none of the other keys, so none of them may keep the application from starting.
        Function<String, @Nullable String> used = mode == TelemetryMode.NONE ? key -> null : lookup;
        return new TelemetryConfig(
                mode,
                Destination.read(mode, used),
                DeliveryConfig.read(mode, used),
                new Service(null, null, true),
                DeliveryConfig.shutdownBudget(used),
                openTelemetry);
    }

    /** The name of this service unless the environment ({@code OTEL_SERVICE_NAME}) gives one. */
    public TelemetryConfig withDefaultServiceName(String name) {
        return new TelemetryConfig(
                mode,
                destination,
                delivery,
                new Service(name, service.fixedName(), service.runsAgents()),
                shutdownBudget,
                openTelemetryVariables);
    }

    /** The name of this service whatever the environment says: for several services that share one environment. */
    public TelemetryConfig withServiceName(String name) {
        return new TelemetryConfig(
                mode,
                destination,
                delivery,
                new Service(service.defaultName(), name, service.runsAgents()),
                shutdownBudget,
                openTelemetryVariables);
    }

    /**
     * Says that this process runs no agents, such as a backend that their tools call: CloudWatch's GenAI pages leave it out
     * of their lists of agents.
     */
    public TelemetryConfig withoutAgents() {
        return new TelemetryConfig(
                mode,
                destination,
                delivery,
                new Service(service.defaultName(), service.fixedName(), false),
                shutdownBudget,
                openTelemetryVariables);
    }

    /** How long {@link SreTelemetry#close} may take, whatever the environment says. */
    public TelemetryConfig withShutdownBudget(Duration budget) {
        return new TelemetryConfig(mode, destination, delivery, service, budget, openTelemetryVariables);
    }

    public TelemetryMode mode() {
        return mode;
    }

    /** Base URL of the local stand-in. */
    public URI localEndpoint() {
        return destination.localEndpoint();
    }

    /** The AWS region that requests are signed for. */
    public String region() {
        return destination.region();
    }

    /** The CloudWatch namespace of all metrics. */
    public String namespace() {
        return destination.namespace();
    }

    /** The CloudWatch log group of all log records; used in mode {@code aws}. */
    public String logGroup() {
        return destination.logGroup();
    }

    Destination destination() {
        return destination;
    }

    DeliveryConfig delivery() {
        return delivery;
    }

    public Duration shutdownBudget() {
        return shutdownBudget;
    }

    Service service() {
        return service;
    }

    Map<String, String> openTelemetryVariables() {
        return openTelemetryVariables;
    }

    @Override
    public String toString() {
        return "TelemetryConfig{mode=" + mode.word() + ", " + destination + ", " + delivery + ", shutdownBudget="
                + shutdownBudget + "}";
    }

    /**
     * What the program says about its service.
     *
     * @param defaultName its name when there is no other
     * @param fixedName its name in any case
     * @param runsAgents whether it is a service of agents, to CloudWatch
     */
    record Service(@Nullable String defaultName, @Nullable String fixedName, boolean runsAgents) {}
}
