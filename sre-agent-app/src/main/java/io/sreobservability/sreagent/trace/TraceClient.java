package io.sreobservability.sreagent.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks the local stand-in for traces. Every failure is a {@link TraceUnavailableException} that names the fix; an unusable
 * address or trace id is an {@link IllegalArgumentException}.
 */
public final class TraceClient {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final int RECENT = 50;
    private static final int MOST_LOGS = 1_000;
    private static final String INVESTIGATION = "supervisor.investigate";

    private final URI standIn;
    private final Duration betweenLooks;
    private final Duration silence;
    // A stand-in is on this machine: no proxy of the JVM's settings can reach it.
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();

    /** A client of the stand-in at {@code standIn}, for example {@code http://127.0.0.1:4318}. */
    public TraceClient(URI standIn) {
        this(standIn, BETWEEN_LOOKS, SILENCE);
    }

    TraceClient(URI standIn, Duration betweenLooks, Duration silence) {
        if (!Set.of("http", "https").contains(String.valueOf(standIn.getScheme())) || standIn.getHost() == null) {
            throw new IllegalArgumentException(
                    "\"" + SafeText.of(standIn.toString(), false) + "\" is not an address like http://127.0.0.1:4318.");
        }
        this.standIn = standIn;
        this.betweenLooks = betweenLooks;
        this.silence = silence;
    }

    /** The trace as it is now, empty if nothing of it has arrived. */
    public Optional<Trace> find(String traceId) {
        if (!TRACE_ID.matcher(traceId).matches()) {
            throw new IllegalArgumentException(
                    "\"" + SafeText.of(traceId, false) + "\" is not a trace id: it has 32 hex digits, in lower case.");
        }
        HttpResponse<String> answer = get("/api/traces/" + traceId);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer, TraceJson::trace));
    }

    /**
     * Looks until the trace is whole and has stopped growing, or {@code patience} has passed.
     *
     * @param whenSlow told once when more than a second has passed, so that the user is not left in silence
     * @return the last look, with what was still missing
     * @throws TraceUnavailableException if nothing of the trace arrived at all
     */
    public Arrival await(String traceId, Duration patience, Runnable whenSlow) {
        long start = System.nanoTime();
        boolean told = false;
        int before = -1;
        while (true) {
            Optional<Trace> found = find(traceId);
            int size = found.map(trace -> trace.spans().size()).orElse(-1);
            List<String> gaps = found.map(Completeness::gaps).orElse(List.of());
            boolean whole = size > 0 && gaps.isEmpty() && size == before;
            if (whole || waited(start).compareTo(patience) >= 0) {
                Trace trace = found.orElseThrow(() -> new TraceUnavailableException("The stand-in at " + standIn
                        + " has no trace " + traceId + ": was it sent there, and is this the same stand-in?"));
                return new Arrival(trace, gaps);
            }
            if (!told && waited(start).compareTo(silence) >= 0) {
                told = true;
                whenSlow.run();
            }
            before = size;
            pause();
        }
    }

    /**
     * The id of the newest investigation of this session.
     *
     * @param session the value of {@code sre.session_id}
     * @throws TraceUnavailableException if the stand-in has none
     */
    public String ofSession(String session) {
        return recent().stream()
                .filter(entry -> entry.getKey().equals(INVESTIGATION))
                .map(Map.Entry::getValue)
                .filter(id -> find(id).stream()
                        .flatMap(trace -> trace.spans().stream())
                        .anyMatch(span -> session.equals(span.attribute("sre.session_id"))))
                .findFirst()
                .orElseThrow(() -> new TraceUnavailableException(
                        "The stand-in at " + standIn + " has no trace of the session " + session + "."));
    }

    /** The log records written in this trace, as far as they have arrived; the oldest first. */
    public List<LogLine> logs(String traceId) {
        return read(get("/api/logs?limit=" + MOST_LOGS + "&traceId=" + traceId), TraceJson::logs);
    }

    private static Duration waited(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The id of the newest investigation the stand-in knows, or of the newest trace if none is an investigation. */
    public String newest() {
        List<Map.Entry<String, String>> ids = recent();
        return ids.stream()
                .filter(entry -> entry.getKey().equals(INVESTIGATION))
                .findFirst()
                .or(() -> ids.stream().findFirst())
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new TraceUnavailableException(
                        "The stand-in at " + standIn + " has no trace yet: run an investigation first."));
    }

    private List<Map.Entry<String, String>> recent() {
        return read(get("/api/traces?limit=" + RECENT), TraceJson::idsByRootName);
    }

    /**
     * A trace as it arrived.
     *
     * @param missing what had not arrived when patience ended; empty for a whole trace
     */
    public record Arrival(Trace trace, List<String> missing) {}

    private HttpResponse<String> get(String pathAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(standIn.resolve(pathAndQuery))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TraceUnavailableException(
                    "No stand-in answers at " + standIn
                            + ": start it (java -jar sre-observability-local/target/sre-observability-local.jar),"
                            + " or name another with --stand-in.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TraceUnavailableException("Interrupted while asking " + standIn + " for the trace.", e);
        }
    }

    private interface Reader<T> {
        T read(String json) throws JsonProcessingException;
    }

    private <T> T read(HttpResponse<String> answer, Reader<T> reader) {
        if (answer.statusCode() != 200) {
            throw new TraceUnavailableException("The server at " + standIn + " answered " + answer.statusCode()
                    + " instead of a trace: is it the stand-in?");
        }
        try {
            return reader.read(answer.body());
        } catch (JsonProcessingException e) {
            throw new TraceUnavailableException(
                    "The server at " + standIn + " answered something that is not a trace ("
                            + SafeText.of(e.getOriginalMessage(), false) + "): is it the stand-in?",
                    e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(betweenLooks.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TraceUnavailableException("Interrupted while waiting for the trace.", e);
        }
    }
}
