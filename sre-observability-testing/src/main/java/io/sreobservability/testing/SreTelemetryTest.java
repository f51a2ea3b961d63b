package io.sreobservability.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class whose telemetry is recorded and checked, with the defaults of {@link SreTelemetryExtension}. Test methods may
 * take a {@link RecordedTelemetry}. Where tests run in parallel, classes with this annotation take turns.
 *
 * <p>For other settings use {@link SreTelemetryExtension#builder()} with {@code @RegisterExtension} instead.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SreTelemetryExtension.class)
@ResourceLock(SreTelemetryExtension.RESOURCE)
public @interface SreTelemetryTest {}
