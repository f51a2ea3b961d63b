package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.SelfCounters;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.fixture.Agent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    /** It may be at the end of a stack, where a class that can't be initialised never can again. */
    @Test
    void theFirstCallOfAProgramInitialisesNothingOfTheEngine() throws Exception {
        OwnRunTime runTime = new OwnRunTime();
        runTime.loadClass(SreObservability.class.getName())
                .getMethod("install", OpenTelemetry.class)
                .invoke(null, OpenTelemetrySdk.builder().build());
        Object agent = runTime.loadClass(Agent.class.getName()).getConstructor().newInstance();
        runTime.loaded.clear();

        assertThat(agent.getClass().getMethod("recurse", int.class).invoke(agent, 3))
                .isEqualTo(3);
        try {
            agent.getClass().getMethod("fail", RuntimeException.class).invoke(agent, new IllegalStateException());
        } catch (InvocationTargetException expected) {
            assertThat(expected).hasCauseExactlyInstanceOf(IllegalStateException.class);
        }

        assertThat(runTime.loaded)
                .contains(Agent.class.getName() + "_SpanBinding")
                .noneMatch(name -> name.contains(".engine."));
    }

    @Test
    void installingChangesNoCounterAndASpanWithoutItsUserChangesOne() {
        SelfCounters before = SreObservability.selfCounters();
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            assertThat(SreObservability.selfCounters()).isEqualTo(before);

            new Agent().remember(null);

            assertThat(telemetry.spans()).hasSize(1);
            assertThat(SreObservability.selfCounters())
                    .isEqualTo(new SelfCounters(
                            before.faults(),
                            before.normalisedNames(),
                            before.staleFrames(),
                            before.missingRequired() + 1,
                            before.refusedContexts()));
        }
    }

    /** Has classes of this library of its own, and remembers when each was loaded. */
    private static final class OwnRunTime extends ClassLoader {
        private static final String OURS = "io.sreobservability.aspects.";

        private final List<String> loaded = new ArrayList<>();

        OwnRunTime() {
            super(WarmUpTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null || !name.startsWith(OURS) ? orParents(known, name, resolve) : define(name);
            }
        }

        private Class<?> orParents(@Nullable Class<?> known, String name, boolean resolve)
                throws ClassNotFoundException {
            return known == null ? super.loadClass(name, resolve) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
