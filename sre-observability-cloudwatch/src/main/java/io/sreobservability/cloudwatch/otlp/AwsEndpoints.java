package io.sreobservability.cloudwatch.otlp;

import java.net.URI;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** AWS's public endpoints of a region. Regions in China, for the US government and others have domains of their own. */
public final class AwsEndpoints {

    private AwsEndpoints() {}

    /**
     * The base URL of a service.
     *
     * @param service the first part of the host: {@code xray}, {@code logs}, {@code monitoring}
     */
    public static URI of(String service, String region) {
        String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        return URI.create("https://" + service + "." + region + "." + suffix);
    }
}
