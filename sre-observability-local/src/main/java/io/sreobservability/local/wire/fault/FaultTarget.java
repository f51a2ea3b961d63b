package io.sreobservability.local.wire.fault;

import io.sreobservability.local.wire.http.Request;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which requests a fault is for. Only those that send something are disturbed; questions are always answered. */
public enum FaultTarget {
    ALL,
    TRACES,
    /** By OTLP, and what else goes to CloudWatch Logs. */
    LOGS,
    /** PutMetricData, and what else goes to CloudWatch. */
    METRICS;

    private static final String TRACES_PATH = "/v1/traces";
    private static final String LOGS_PATH = "/v1/logs";
    private static final String AWS_PATH = "/";
    private static final String CBOR_PATH = "/service/";
    private static final String LOGS_TARGET = "Logs_";

    /** As written in a specification. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean matches(Request request) {
        FaultTarget kind = request.method().equals("POST") ? of(request) : null;
        return kind != null && (this == ALL || this == kind);
    }

    /** Null for what only this server has. */
    private static @Nullable FaultTarget of(Request request) {
        return switch (request.path()) {
            case TRACES_PATH -> TRACES;
            case LOGS_PATH -> LOGS;
            case AWS_PATH -> {
                String operation = request.header("X-Amz-Target");
                yield operation != null && operation.startsWith(LOGS_TARGET) ? LOGS : METRICS;
            }
            default -> {
                if (!request.path().startsWith(CBOR_PATH)) {
                    yield null;
                }
                yield request.path().startsWith(CBOR_PATH + LOGS_TARGET) ? LOGS : METRICS;
            }
        };
    }

    /** Whether a request came by OTLP, where AWS words its refusals otherwise than in its other services. */
    static boolean isOtlp(Request request) {
        return request.path().equals(TRACES_PATH) || request.path().equals(LOGS_PATH);
    }
}
