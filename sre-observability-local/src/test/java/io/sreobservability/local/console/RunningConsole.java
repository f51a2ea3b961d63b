package io.sreobservability.local.console;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.console.browser.Chromium;
import io.sreobservability.local.console.browser.Tab;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser, and one stand-in with the scenarios in it, for all tests of pages together. */
final class RunningConsole implements ParameterResolver {

    /** What tests work with. */
    record Pages(Tab tab, StandInServer server) {
        /** Opens a page of the console, such as {@code trace/…}, in a window of 1280 by 800. */
        Tab open(String page) {
            tab.look(1280, 800, false);
            return tab.open(server.url() + "/console/#/" + page);
        }

        Http http() {
            return new Http(server);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningConsole.class))
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .pages;
    }

    private record Started(Chromium browser, StandInServer server, Pages pages) implements AutoCloseable {
        static Started now() {
            try {
                StandInServer server = StandInServer.start(StandInConfig.ephemeral());
                Http http = new Http(server);
                long now = System.currentTimeMillis();
                Scenarios.send(http, now - 10_000);
                Deployment deployment = new Deployment(http);
                deployment.deploy();
                deployment.metrics(now / 1_000);
                Chromium browser = Chromium.start();
                return new Started(browser, server, new Pages(browser.tab(), server));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            browser.close();
            server.close();
        }
    }
}
