package io.sreobservability.sreagent.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks whether the local stand-in is there, before an investigation is sent into the void. */
final class StandInProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private StandInProbe() {}

    /**
     * Returns if the stand-in is healthy.
     *
     * @throws CliException naming its address and how to start it or do without
     */
    static void requireAlive(URI standIn) {
        HttpClient http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            URI health = URI.create(standIn.toString().replaceAll("/+$", "") + "/health");
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                return;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw nobody(standIn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw nobody(standIn);
    }

    private static CliException nobody(URI standIn) {
        return new CliException(
                CliException.ENVIRONMENT,
                "no stand-in answers at " + standIn
                        + " (SRE_OBSERVABILITY_MODE=local): start it, set SRE_OBSERVABILITY_LOCAL_ENDPOINT, or use mode none");
    }
}
