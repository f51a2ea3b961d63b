package io.sreobservability.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a fixture as JUnit runs a user's test class. */
final class Launched {
    private Launched() {}

    /** Runs one test method that must fail, and gives back why. */
    static Throwable failure(Class<?> testClass, String method) {
        List<Event> failed = run(selectMethod(testClass, named(testClass, method)))
                .allEvents()
                .failed()
                .list();
        assertThat(failed).hasSize(1);
        return failed.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    /** Runs one test method that must pass. */
    static void passes(Class<?> testClass, String method) {
        assertPassed(run(selectMethod(testClass, named(testClass, method))), 1);
    }

    /** Runs all tests of a class, which must pass. */
    static void passes(Class<?> testClass, long tests) {
        assertPassed(run(selectClass(testClass)), tests);
    }

    /** Runs all tests of some classes in parallel, which must pass. */
    static void passInParallel(long tests, Class<?>... testClasses) {
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
        for (Class<?> testClass : testClasses) {
            builder.selectors(selectClass(testClass));
        }
        assertPassed(builder.execute(), tests);
    }

    private static Method named(Class<?> testClass, String name) {
        return Arrays.stream(testClass.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EngineExecutionResults run(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
    }

    private static void assertPassed(EngineExecutionResults results, long tests) {
        results.allEvents()
                .assertThatEvents()
                .noneMatch(event -> event.getPayload(TestExecutionResult.class)
                        .map(result -> result.getStatus() != TestExecutionResult.Status.SUCCESSFUL)
                        .orElse(false));
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    }
}
