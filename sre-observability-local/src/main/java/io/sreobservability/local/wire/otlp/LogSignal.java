package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.LogStore;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;
import org.jspecify.annotations.Nullable;

/** Log records into the log store. */
final class LogSignal implements Signal {
    private static final String SEVERITY_PREFIX = "SEVERITY_NUMBER_";

    private final LogStore store;
    private final @Nullable LogRules rules;
    private final String logGroup;

    /** With {@code rules} of CloudWatch's, or without; into a log group, which the store need not know. */
    LogSignal(LogStore store, @Nullable LogRules rules, String logGroup) {
        this.store = store;
        this.rules = rules;
        this.logGroup = logGroup;
    }

    @Override
    public BodyLimit limit() {
        return OtlpLimits.LOGS;
    }

    @Override
    public Message.Builder newRequest() {
        return ExportLogsServiceRequest.newBuilder();
    }

    @Override
    public Message accept(Message message, Rejections rejections) throws HttpProblem {
        ExportLogsServiceRequest request = (ExportLogsServiceRequest) message;
        refuseTooMany(request);
        if (rules != null) {
            rules.checkRequest(request.getResourceLogsList());
        }
        for (ResourceLogs resourceLogs : request.getResourceLogsList()) {
            String service = Services.nameOf(
                    AttributeReader.read(resourceLogs.getResource().getAttributesList()));
            for (ScopeLogs scopeLogs : resourceLogs.getScopeLogsList()) {
                for (LogRecord record : scopeLogs.getLogRecordsList()) {
                    store(record, service, rejections);
                }
            }
        }
        return response(rejections);
    }

    private static void refuseTooMany(ExportLogsServiceRequest request) throws HttpProblem {
        long records = request.getResourceLogsList().stream()
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .mapToLong(ScopeLogs::getLogRecordsCount)
                .sum();
        if (records > OtlpLimits.ITEMS) {
            throw new HttpProblem(
                    400, records + " log records in one request; at most " + OtlpLimits.ITEMS + " are taken.");
        }
    }

    private void store(LogRecord record, String service, Rejections rejections) {
        if (rejections.refuseNext()) {
            return;
        }
        long time = LogRules.time(record);
        if (time < 0) {
            rejections.add("a log record's time is out of range");
            return;
        }
        if (rules != null && rules.isOutOfTime(record)) {
            rejections.add("a log record is more than 14 days old or 2 hours ahead");
            return;
        }
        store.add(new LogEntry(
                logGroup,
                time,
                severity(record),
                AttributeReader.value(record.getBody()),
                Ids.hex(record.getTraceId(), Ids.TRACE_BYTES),
                Ids.hex(record.getSpanId(), Ids.SPAN_BYTES),
                service,
                AttributeReader.read(record.getAttributesList()),
                record.getSerializedSize() + service.length() + logGroup.length()));
    }

    /** The sender's own word for it, else OpenTelemetry's short name of the number: {@code INFO}, {@code ERROR2}. */
    private static String severity(LogRecord record) {
        if (!record.getSeverityText().isEmpty()) {
            return record.getSeverityText();
        }
        SeverityNumber number = record.getSeverityNumber();
        return number == SeverityNumber.UNRECOGNIZED
                ? "UNSPECIFIED"
                : number.name().substring(SEVERITY_PREFIX.length());
    }

    private static Message response(Rejections rejections) {
        ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
        if (rejections.count() > 0) {
            response.getPartialSuccessBuilder()
                    .setRejectedLogRecords(rejections.count())
                    .setErrorMessage(rejections.firstReason());
        }
        return response.build();
    }
}
