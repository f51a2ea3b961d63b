package io.sreobservability.sreagent.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few servlets behind filters, on Jetty. */
public final class ServletServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServletServer.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);

    private final Server server;
    private final ServerConnector connector;

    private ServletServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes the port, so that its number is known, without answering yet.
     *
     * @param name what its threads are called
     * @param threads how many there may be: one per request that is being answered, and about three more
     * @throws BindException if the address can't be listened on
     */
    public static ServletServer bind(InetAddress address, int port, String name, int threads) throws IOException {
        QueuedThreadPool pool = new QueuedThreadPool(threads);
        pool.setName(name);
        pool.setDaemon(true);
        Server server = new Server(pool);
        server.setStopTimeout(DRAIN.toMillis());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        // Connections that clients keep open without a request need not be waited for.
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrors());
        try {
            connector.open();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException taken ? taken : e;
        }
        return new ServletServer(server, connector);
    }

    /** Answers with the servlets at their paths, and with 404 elsewhere; the first filter is the outermost. */
    public void start(Map<String, ? extends HttpServlet> servlets, List<? extends Filter> filters) throws IOException {
        ServletContextHandler context = new ServletContextHandler();
        // Of its own it would make the pages.
        context.setErrorHandler(server.getErrorHandler());
        filters.forEach(filter -> context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST)));
        servlets.forEach((path, servlet) -> context.addServlet(servlet, path));
        // Knows the requests in flight: a stop refuses new ones and waits for them.
        server.setHandler(new GracefulHandler(context));
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Jetty did not start: " + e.getMessage(), e);
        }
    }

    /** The TCP port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Refuses new requests, lets running ones finish for up to 5 s, then closes the port. */
    @Override
    public void close() {
        try {
            connector.close();
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Not everything ended in order", e);
        }
    }
}
