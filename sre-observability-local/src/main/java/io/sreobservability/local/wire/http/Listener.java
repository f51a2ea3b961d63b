package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/** The port. It may be closed for a while, so that connections are refused, and opened again. */
public final class Listener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Listener.class.getName());

    private final InetSocketAddress address;
    private final Executor threads;
    private HttpServer server;
    private HttpHandler handler = exchange -> exchange.close();
    private boolean open = true;
    private boolean closed;

    private Listener(HttpServer server, Executor threads) {
        this.server = server;
        this.threads = threads;
        this.address = server.getAddress();
    }

    /** Takes the port, for good; nothing is served before {@link #serve}. */
    public static Listener bind(InetSocketAddress address, Executor threads) throws IOException {
        return new Listener(HttpServer.create(address, 0), threads);
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Serves from now on, whenever the port is open. */
    public synchronized void serve(HttpHandler newHandler) {
        handler = newHandler;
        start();
    }

    private void start() {
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** Refuses connections until {@link #comeBack}, and cuts those that there are. */
    public synchronized void goAway() {
        if (open && !closed) {
            open = false;
            server.stop(0);
        }
    }

    /** Takes connections again, at the same port. */
    public synchronized void comeBack() {
        if (open || closed) {
            return;
        }
        try {
            server = HttpServer.create(address, 0);
            start();
            open = true;
        } catch (IOException taken) {
            LOG.log(System.Logger.Level.ERROR, "Port " + address.getPort() + " cannot be opened again.", taken);
        }
    }

    /** Frees the port; requests under way are cut off. */
    @Override
    public synchronized void close() {
        if (open && !closed) {
            server.stop(0);
        }
        closed = true;
    }
}
