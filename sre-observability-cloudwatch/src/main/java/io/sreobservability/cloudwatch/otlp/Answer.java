package io.sreobservability.cloudwatch.otlp;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param errorType AWS's name of the error, empty if the headers have none
 * @param retryAfter when to come again, if the answer says so
 * @param time AWS's clock when it answered, if the answer says so
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record Answer(
        int status,
        byte[] body,
        String errorType,
        @Nullable Duration retryAfter,
        @Nullable Instant time) {

    private static final int LONGEST_TEXT = 4096;

    static Answer of(HttpResponse<byte[]> response) {
        HttpHeaders headers = response.headers();
        return new Answer(
                response.statusCode(),
                response.body(),
                // "InvalidSignatureException:http://..." in some services.
                headers.firstValue("x-amzn-ErrorType").orElse("").split(":", 2)[0],
                retryAfter(headers),
                time(headers));
    }

    /** Only its form in seconds; a date would be compared with a clock that may be wrong. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        try {
            OptionalLong seconds = headers.firstValueAsLong("Retry-After");
            return seconds.isPresent() && seconds.getAsLong() >= 0 ? Duration.ofSeconds(seconds.getAsLong()) : null;
        } catch (NumberFormatException aDate) {
            return null;
        }
    }

    private static @Nullable Instant time(HttpHeaders headers) {
        try {
            return headers.firstValue("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElse(null);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Error name and body as text, to look for words in; never to be shown, because it may quote what was sent. */
    String words() {
        int length = Math.min(body.length, LONGEST_TEXT);
        return errorType + " " + new String(body, 0, length, StandardCharsets.UTF_8);
    }
}
