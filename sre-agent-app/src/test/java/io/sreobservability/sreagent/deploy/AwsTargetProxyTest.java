package io.sreobservability.sreagent.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** On a machine in a company's network, where everything is told to go through a proxy. */
@Isolated("changes system properties")
class AwsTargetProxyTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void whatStandsInOnThisMachineIsAskedPastTheProxy() throws Exception {
        try (StandInServer standIn = StandInServer.start(StandInConfig.ephemeral());
                ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.getLocalPort()));
            System.setProperty("http.nonProxyHosts", "*.corp.example");
            try (DashboardDeployer deployer =
                    new DashboardDeployer(new AwsTarget("eu-west-1", URI.create(standIn.url())))) {
                deployer.putQuery(new SavedQuery("SREAgent/One", "d", "aws/spans", "limit 1"));
            }
            assertThat(standIn.store().queryDefinitions().all()).hasSize(1);
            // Whoever connected, even if gone since, would be waiting to be accepted.
            proxy.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(proxy::accept);
        }
    }
}
