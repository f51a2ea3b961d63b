package io.sreobservability.local.wire.aws.sigv4;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import java.io.IOException;
import java.time.Clock;

/** Lets requests in by the {@link AccessRules}. */
public final class Gatekeeper {

    private final SignatureVerifier verifier;

    public Gatekeeper(AccessRules rules, Clock clock) {
        this.verifier = new SignatureVerifier(rules, clock);
    }

    /**
     * Checks the signature of a request.
     *
     * @param service what it must be signed for: {@code monitoring}, {@code logs}, {@code xray}
     * @throws AwsError if it may not come in
     */
    public void check(Request request, BodyLimit limit, String service) throws AwsError, HttpProblem, IOException {
        verifier.verify(
                new SentRequest(
                        request.method(),
                        request.path(),
                        request.rawQuery(),
                        request.headers(),
                        request.wireBody(limit)),
                service);
    }
}
