package io.sreobservability.cloudwatch.xray;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message in a datagram. Nobody answers one: sent means that this machine let it go, and no more, unless the machine
 * itself knows that nobody listens there.
 */
final class DaemonSender implements HttpSender {
    private static final byte[] NO_ANSWER = {};

    private final DaemonAddress address;
    private @Nullable DatagramChannel channel;

    DaemonSender(DaemonAddress address) {
        this.address = address;
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        try {
            send(message);
        } catch (Throwable failed) {
            // An Error, too: whoever waits for this export must hear of its end.
            onError.accept(failed);
            return;
        }
        onResponse.accept(new Sent());
    }

    private synchronized void send(MessageWriter message) throws IOException, ExportFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.getContentLength());
        message.writeMessage(bytes);
        if (bytes.size() > Datagram.capacity()) {
            throw new ExportFailure(FailureKind.OVERSIZE, "more than a datagram holds");
        }
        try {
            connected().write(Datagram.of(bytes.toByteArray()));
        } catch (IOException failed) {
            // Perhaps the daemon has moved: its name is looked up again next time.
            disconnect();
            throw new ExportFailure(FailureKind.UNAVAILABLE, FailureReason.of(failed));
        }
    }

    /** Connected, so that the machine tells when nobody listens: it knows after the first datagram, and says so at the next. */
    private DatagramChannel connected() throws IOException {
        DatagramChannel open = channel;
        if (open == null) {
            open = DatagramChannel.open();
            try {
                open.connect(resolved());
            } catch (IOException unreachable) {
                open.close();
                throw unreachable;
            }
            channel = open;
        }
        return open;
    }

    private InetSocketAddress resolved() throws UnknownHostException {
        InetSocketAddress found = new InetSocketAddress(address.host(), address.port());
        if (found.isUnresolved()) {
            throw new UnknownHostException(address.host());
        }
        return found;
    }

    private void disconnect() {
        DatagramChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // Nothing is waiting in it.
            }
        }
    }

    @Override
    public synchronized CompletableResultCode shutdown() {
        disconnect();
        return CompletableResultCode.ofSuccess();
    }

    /** What OpenTelemetry's exporter takes for a success. */
    private record Sent() implements HttpResponse {
        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return NO_ANSWER;
        }
    }
}
