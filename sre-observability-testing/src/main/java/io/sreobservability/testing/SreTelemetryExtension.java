package io.sreobservability.testing;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.testing.contract.ContractCheck;
import io.sreobservability.testing.contract.Contracts;
import io.sreobservability.testing.contract.Violation;
import io.sreobservability.testing.report.ViolationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;

/**
 * Records what woven classes emit during each test, in a real OpenTelemetry SDK that keeps it in memory; hands it to test
 * methods as {@link RecordedTelemetry}; and fails a test that passed if what it recorded is not what the contracts on the
 * class path promise, or if it left something behind: see {@link io.sreobservability.testing.contract.Rule}. Afterwards
 * everything is as it was before the test.
 *
 * <p>The engine is one per process, so two tests can't record at the same time: the second fails and says so. {@link
 * SreTelemetryTest} makes such classes take turns; beside {@code @RegisterExtension} write
 * {@code @ResourceLock(SreTelemetryExtension.RESOURCE)}. A test without this extension that runs in parallel adds its spans
 * to the recording; {@code @Isolated} keeps it out.
 */
public final class SreTelemetryExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    /** The name of JUnit's lock on the engine. */
    public static final String RESOURCE = "io.sreobservability.testing.SreTelemetryExtension";

    private static final Namespace NAMESPACE = Namespace.create(SreTelemetryExtension.class);

    private final Settings settings;

    /** An extension with the defaults: all spans sampled, content capture off, contracts checked. */
    public SreTelemetryExtension() {
        this(new Builder());
    }

    private SreTelemetryExtension(Builder builder) {
        this.settings = new Settings(builder.sampler, builder.captureContent, builder.checkContract, builder.patience);
    }

    /** Starts an extension with settings of its own, for {@code @RegisterExtension}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Waivers waivers = Waivers.of(context);
        Session session = Session.start(
                settings, context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName());
        context.getStore(NAMESPACE).put(this, new RunningTest(session, waivers));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RunningTest test = context.getStore(NAMESPACE).remove(this, RunningTest.class);
        if (test == null) {
            return; // it never started
        }
        List<Violation> left = List.of();
        try {
            if (context.getExecutionException().isEmpty()) {
                List<Violation> found = new ArrayList<>(test.session().leftovers());
                found.addAll(contractViolations(context, test.session()));
                left = test.waivers().apply(found);
            }
        } finally {
            test.session().close();
        }
        if (!left.isEmpty()) {
            throw new AssertionFailedError(
                    ViolationReport.of(left, test.session().telemetry().allSpans()));
        }
    }

    private List<Violation> contractViolations(ExtensionContext context, Session session) {
        if (!settings.checkContract()) {
            return List.of();
        }
        return new ContractCheck(contracts(context))
                .check(session.recording().spans(), session.recording().metrics());
    }

    /** Read once per run and class loader; contracts do not change meanwhile. */
    private static Contracts contracts(ExtensionContext context) {
        ClassLoader classPath = context.getRequiredTestClass().getClassLoader();
        ExtensionContext.Store run = context.getRoot().getStore(NAMESPACE);
        Contracts known = run.get(classPath, Contracts.class);
        if (known == null) {
            known = Contracts.on(classPath);
            run.put(classPath, known);
        }
        return known;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RecordedTelemetry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        @Nullable RunningTest test = context.getStore(NAMESPACE).get(this, RunningTest.class);
        if (test == null) {
            throw new ParameterResolutionException("RecordedTelemetry lasts for one test: take it in a test method, in"
                    + " @BeforeEach or in @AfterEach, not in a constructor, @BeforeAll or @AfterAll.");
        }
        return test.session().telemetry();
    }

    private record RunningTest(Session session, Waivers waivers) {}

    /**
     * How to record.
     *
     * @param sampler which spans are recorded
     * @param captureContent whether content leaves the engine
     * @param checkContract whether the contracts are checked
     * @param patience how long to wait for what other threads record
     */
    record Settings(Sampler sampler, boolean captureContent, boolean checkContract, Duration patience) {}

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

        private Sampler sampler = Sampler.alwaysOn();
        private boolean captureContent;
        private boolean checkContract = true;
        private Duration patience = USUAL_PATIENCE;

        private Builder() {}

        /** Sets which spans are recorded; all, if not called. */
        public Builder sampler(Sampler value) {
            this.sampler = Objects.requireNonNull(value, "sampler");
            return this;
        }

        /** Lets queries, parameters and messages into the recording, redacted and cut; withheld, if not called. */
        public Builder captureContent() {
            this.captureContent = true;
            return this;
        }

        /**
         * Leaves the contracts unchecked, for a class that is not about telemetry's names. That spans end and nothing is left
         * behind is checked all the same.
         */
        public Builder withoutContractCheck() {
            this.checkContract = false;
            return this;
        }

        /**
         * Sets how long an assertion waits for what another thread is about to record, and the end of a test for spans that
         * are still open; two seconds, if not called. Only a failing test ever waits that long.
         */
        public Builder patience(Duration value) {
            this.patience = Objects.requireNonNull(value, "patience");
            return this;
        }

        /** The extension. */
        public SreTelemetryExtension build() {
            return new SreTelemetryExtension(this);
        }
    }
}
