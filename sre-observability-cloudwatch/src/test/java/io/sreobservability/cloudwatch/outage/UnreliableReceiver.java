package io.sreobservability.cloudwatch.outage;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A receiver of spans by OTLP over HTTP that can be told to go wrong, down to the socket. It counts each span it took. */
final class UnreliableReceiver implements AutoCloseable {

    private static final int CUT_AFTER = 20;

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;
    private @Nullable ServerSocket server;

    UnreliableReceiver() {
        port = listen(0);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** How often each span was taken, by its name. */
    Map<String, Integer> taken() {
        return taken;
    }

    /** From now on, requests under way included. */
    synchronized void become(Fault next) {
        fault = next;
        if (next == Fault.REFUSED) {
            stopListening();
        } else if (server == null) {
            listen(port);
        }
        // Whoever waits for an answer that never comes, waits no longer.
        open.forEach(UnreliableReceiver::closeQuietly);
    }

    private synchronized int listen(int at) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            server = listening;
            threads.execute(() -> accept(listening));
            return listening.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            while (answer(socket, in)) {
                // The next request of the same connection.
            }
        } catch (IOException gone) {
            // The other side, or a change of what this one does.
        } finally {
            open.remove(socket);
        }
    }

    private boolean answer(Socket socket, DataInputStream in) throws IOException {
        int length = 0;
        boolean zipped = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(line.substring(15).strip())
                    : length;
            zipped |= lower.startsWith("content-encoding:") && lower.contains("gzip");
        }
        Fault now = fault;
        if (now == Fault.RESET) {
            in.readNBytes(Math.min(length, CUT_AFTER));
            socket.setSoLinger(true, 0);
            return false;
        }
        byte[] body = in.readNBytes(length);
        if (now == Fault.BLACK_HOLE) {
            return in.read() >= 0;
        }
        if (now == Fault.NONE || now == Fault.ANSWER_LOST) {
            take(zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body);
        }
        if (now == Fault.ANSWER_LOST) {
            return false;
        }
        socket.getOutputStream().write(head(now).getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private static String head(Fault now) {
        String status = switch (now) {
            case NONE -> "200 OK";
            case STATUS_500 -> "500 Internal Server Error";
            case THROTTLED -> "429 Too Many Requests\r\nRetry-After: 1";
            default -> "503 Service Unavailable";
        };
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
    }

    private void take(byte[] body) throws IOException {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .forEach(span -> taken.merge(span.getName(), 1, Integer::sum));
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private synchronized void stopListening() {
        ServerSocket listening = server;
        server = null;
        if (listening != null) {
            closeQuietly(listening);
        }
    }

    private static void closeQuietly(java.io.Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is closed, one way or another.
        }
    }

    @Override
    public void close() {
        stopListening();
        open.forEach(UnreliableReceiver::closeQuietly);
        threads.shutdownNow();
    }
}
