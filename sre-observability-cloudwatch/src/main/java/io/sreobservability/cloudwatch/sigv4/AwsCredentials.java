package io.sreobservability.cloudwatch.sigv4;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The program's AWS credentials, asked for anew for each request: they may be temporary, and are refreshed by the provider. */
public final class AwsCredentials {

    /** What to do when there are none; also said about metrics. */
    public static final String MISSING =
            "no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine a role";

    private final AwsCredentialsProvider provider;

    public AwsCredentials(AwsCredentialsProvider provider) {
        this.provider = provider;
    }

    /** Whether a client of the AWS SDK failed because it had no credentials; it has no exception of its own for that. */
    public static boolean areMissing(RuntimeException failure) {
        return failure instanceof SdkClientException
                && String.valueOf(failure.getMessage()).contains("load credentials");
    }

    /** The credentials now. This may read files and ask the machine's metadata service: never call it on a user's thread. */
    AwsCredentialsIdentity resolve() throws ExportFailure {
        try {
            return provider.resolveCredentials();
        } catch (RuntimeException none) {
            // The SDK's message lists every place it looked at, by name and path.
            throw new ExportFailure(FailureKind.NO_CREDENTIALS, MISSING);
        }
    }
}
