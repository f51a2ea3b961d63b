package io.sreobservability.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.testing.fixture.Assistant;
import io.sreobservability.testing.fixture.BrokenUse;
import io.sreobservability.testing.fixture.ConfiguredUse;
import io.sreobservability.testing.fixture.GoodUse;
import io.sreobservability.testing.fixture.WaivedUse;
import io.sreobservability.testing.recording.Recording;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The extension inside JUnit: what it gives to tests, and what it leaves behind. */
class SreTelemetryExtensionTest {
    @Test
    void goodTestsPass() {
        Launched.passes(GoodUse.class, 5);
    }

    @Test
    void aBuilderChangesWhatIsRecordedAndChecked() {
        Launched.passes(ConfiguredUse.WithContent.class, 1);
        Launched.passes(ConfiguredUse.Unsampled.class, 1);
        Launched.passes(ConfiguredUse.Unchecked.class, 1);
    }

    @Test
    void waiversOfMethodClassAndOuterClassHoldForTheirNamesOnly() {
        Launched.passes(WaivedUse.class, "theClassWaives");
        Launched.passes(WaivedUse.class, "theMethodWaivesMore");
        Launched.passes(WaivedUse.InANestedClass.class, 1);
        assertThat(Launched.failure(WaivedUse.class, "anotherNameIsNotWaived"))
                .hasMessageContaining("UNKNOWN_ATTRIBUTE `pod.node`");
    }

    @Test
    void aWaiverOfAMethodThatWaivesNothingIsReported() {
        assertThat(Launched.failure(WaivedUse.class, "nothingToWaive"))
                .hasMessageContaining("breaks 1 rule:")
                .hasMessageContaining(
                        "UNUSED_WAIVER `UNKNOWN_ATTRIBUTE`: nothing of [pod.name] breaks it in this test");
    }

    @Test
    void aWaiverWithoutAReasonIsRefused() {
        assertThat(Launched.failure(WaivedUse.class, "noReason"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@Waive of UNKNOWN_SPAN for [tool.x] gives no reason.");
    }

    @Test
    void aTestThatFailsByItselfIsNotCheckedOnTop() {
        Throwable failure = Launched.failure(BrokenUse.class, "failsByItself");

        assertThat(failure).hasMessage("the test's own failure");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void whatWasThereBeforeIsBackAfterwards() {
        try (Recording before = new Recording(Sampler.alwaysOn())) {
            SreObservability.Installation installed = SreObservability.installTemporarily(before.openTelemetry());
            SreObservability.setEnabled(false);
            SreObservability.setCaptureContent(true);

            Launched.passes(ConfiguredUse.Unchecked.class, 1);

            assertThat(SreObservability.enabled()).isFalse();
            assertThat(SreObservability.captureContent()).isTrue();
            SreObservability.setEnabled(true);
            SreObservability.setCaptureContent(false);
            new Assistant().work("Alice", () -> {});
            assertThat(before.ended()).extracting(SpanData::getName).containsExactly("agent.kubernetes.execute");
            installed.close();
        }
    }

    @Test
    void aContextThatATestLeftDoesNotReachTheNext() {
        Launched.failure(BrokenUse.class, "contextLeft");

        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void twoTestsCannotRecordAtTheSameTime() {
        SreTelemetryExtension.Settings settings =
                new SreTelemetryExtension.Settings(Sampler.alwaysOn(), false, true, Duration.ZERO);
        Session other = Session.start(settings, "the other test");
        assertThat(Launched.failure(GoodUse.class, "nothing"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("recorded by the test the other test already")
                .hasMessageContaining("@ResourceLock(SreTelemetryExtension.RESOURCE)");
        other.close();
        Launched.passes(GoodUse.class, 5);
    }

    @Test
    void classesWithTheLockTakeTurnsWhereTestsRunInParallel() {
        Launched.passInParallel(
                8,
                GoodUse.class,
                ConfiguredUse.WithContent.class,
                ConfiguredUse.Unsampled.class,
                ConfiguredUse.Unchecked.class);
    }

    @Test
    void anExtensionThatIsRegisteredTwiceIsRefused() {
        assertThat(Launched.failure(ConfiguredUse.RegisteredTwice.class, "neverRuns"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("register the extension once");
        Launched.passes(GoodUse.class, 5);
    }

    @Test
    void theRecordingLastsForOneTest() {
        assertThat(Launched.failure(ConfiguredUse.RecordingInTheConstructor.class, "neverRuns"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("RecordedTelemetry lasts for one test");
    }
}
