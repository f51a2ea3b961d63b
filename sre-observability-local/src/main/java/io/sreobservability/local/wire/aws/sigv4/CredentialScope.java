package io.sreobservability.local.wire.aws.sigv4;

/** What a signature is good for: one day (as {@code 20150830}), one region, one service. */
record CredentialScope(String date, String region, String service) {

    static final String TERMINATOR = "aws4_request";

    @Override
    public String toString() {
        return String.join("/", date, region, service, TERMINATOR);
    }
}
