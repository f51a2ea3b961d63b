package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a machine in a company's network, where everything is told to go through a proxy. */
class ProxyTest {
    @Test
    void nothingForAReceiverOnThisMachineGoesThroughAProxy() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + proxy.getLocalPort();
            ChildProgram.run(
                    receiver,
                    Map.of("HTTP_PROXY", url, "http_proxy", url),
                    "-Dhttp.proxyHost=127.0.0.1",
                    "-Dhttp.proxyPort=" + proxy.getLocalPort(),
                    // The JDK's default list names this machine; a list of one's own easily forgets it.
                    "-Dhttp.nonProxyHosts=*.corp.example");
            assertThat(receiver.spans()).hasSize(1);
            assertThat(receiver.logs()).hasSize(1);
            assertThat(receiver.data()).hasSize(1);
            // Whoever connected, even if gone since, would be waiting to be accepted.
            proxy.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(proxy::accept);
        }
    }
}
