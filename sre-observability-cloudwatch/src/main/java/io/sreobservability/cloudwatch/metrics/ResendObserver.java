package io.sreobservability.cloudwatch.metrics;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Notices when the AWS SDK sends a request again although CloudWatch may already have taken it.
 *
 * <p>PutMetricData adds up what it gets and has no request id: after an answer that never came, or a server error, sending
 * again may count the data twice. A refusal (4xx, throttling included) stored nothing, so sending again is safe then.
 */
final class ResendObserver implements ExecutionInterceptor {

    /** True while the last attempt of this call may have been stored without our knowing. */
    private static final ExecutionAttribute<Boolean> UNCLEAR = new ExecutionAttribute<>("SreLastAttemptUnclear");

    private final Runnable onUnclearResend;

    ResendObserver(Runnable onUnclearResend) {
        this.onUnclearResend = onUnclearResend;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (Boolean.TRUE.equals(attributes.getAttribute(UNCLEAR))) {
            onUnclearResend.run();
        }
        attributes.putAttribute(UNCLEAR, true);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        int status = context.httpResponse().statusCode();
        attributes.putAttribute(UNCLEAR, status >= 500);
    }
}
