package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.List;

/**
 * Gives one OTLP exporter our sender.
 *
 * <p>An exporter takes the sender that its component loader finds. Ours is offered by this one, to the exporters it is set on, and
 * registered nowhere, so every other exporter in the program keeps the sender it had.
 *
 * @param sender offered wherever a sender for HTTP is looked for; everything else is found where it always is
 */
public record SenderLoader(HttpSenderProvider sender) implements ComponentLoader {
    private static final ComponentLoader OTHERS = ComponentLoader.forClassLoader(SenderLoader.class.getClassLoader());

    @Override
    public <T> Iterable<T> load(Class<T> wanted) {
        if (wanted.equals(HttpSenderProvider.class)) {
            return List.of(wanted.cast(sender));
        }
        if (wanted.equals(GrpcSenderProvider.class)) {
            return ComponentLoader.loadList(OTHERS, GrpcSenderProvider.class).stream()
                    .<T>map(found ->
                            wanted.cast((GrpcSenderProvider) config -> new GrpcReader(found.createSender(config))))
                    .toList();
        }
        return OTHERS.load(wanted);
    }
}
