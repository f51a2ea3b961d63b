package io.sreobservability.local.wire.xray;

import io.sreobservability.local.wire.otlp.SpanIntake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** A port that takes spans as the X-Ray daemon does: what arrives is kept, what is malformed is not, and nobody is told. */
public final class DaemonPort implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DaemonPort.class.getName());
    private static final int LARGEST = 64 * 1024;

    /** What may wait while a datagram is read; the machine may grant less. */
    private static final int WAITING_BYTES = 4 * 1024 * 1024;

    private final DatagramChannel channel;
    private final SpanIntake spans;
    private final int port;

    private DaemonPort(DatagramChannel channel, int port, SpanIntake spans) {
        this.channel = channel;
        this.port = port;
        this.spans = spans;
    }

    /** Opens the port; 0 takes any free one. */
    public static DaemonPort open(InetSocketAddress address, SpanIntake spans) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, WAITING_BYTES);
            channel.bind(address);
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        DaemonPort opened = new DaemonPort(channel, port, spans);
        Thread thread = new Thread(opened::receive, "stand-in-xray-daemon");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    public int port() {
        return port;
    }

    private void receive() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        while (channel.isOpen()) {
            try {
                channel.receive(buffer.clear());
                Datagram.sampledSpans(buffer.flip()).ifPresent(spans::accept);
            } catch (IOException closedOrBroken) {
                LOG.log(System.Logger.Level.DEBUG, "No datagram", closedOrBroken);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Cannot take a datagram", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            LOG.log(System.Logger.Level.DEBUG, "The port was closed before", alreadyGone);
        }
    }
}
