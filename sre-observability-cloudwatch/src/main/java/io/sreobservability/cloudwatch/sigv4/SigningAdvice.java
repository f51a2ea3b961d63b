package io.sreobservability.cloudwatch.sigv4;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the operator can do when AWS refuses who asks or how it is signed. */
public final class SigningAdvice {

    private static final String CLOCK = "the clock of this machine is more than 15 minutes off";
    private static final String STRANGER = "AWS does not know this access key";

    /** By words of AWS's refusals, the more special ones first. */
    private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

    static {
        BY_WORDS.put("AccessDenied", "the credentials lack a permission; docs/iam/runtime-policy.json has them all");
        BY_WORDS.put("UnrecognizedClient", STRANGER);
        BY_WORDS.put("InvalidClientTokenId", STRANGER);
        BY_WORDS.put("should be scoped to a valid region", "signed for another region; check AWS_REGION");
        BY_WORDS.put("Signature expired", CLOCK);
        BY_WORDS.put("Signature not yet current", CLOCK);
        BY_WORDS.put("InvalidSignature", "the signature is wrong; check AWS_SECRET_ACCESS_KEY");
        BY_WORDS.put("SignatureDoesNotMatch", "the signature is wrong; check AWS_SECRET_ACCESS_KEY");
    }

    private SigningAdvice() {}

    /** Advice for a refusal with these words; empty if it is about something else. */
    public static Optional<String> about(String words) {
        return BY_WORDS.entrySet().stream()
                .filter(advice -> words.contains(advice.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
