package io.sreobservability.cloudwatch.xray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2000, 127.0.0.1, 2000",
        "' xray-daemon:1 ', xray-daemon, 1",
        "[::1]:65535, [::1], 65535",
        "tcp:10.0.0.1:2000 udp:10.0.0.2:3000, 10.0.0.2, 3000",
        "udp:10.0.0.2:3000  tcp:10.0.0.1:2000, 10.0.0.2, 3000",
        "udp:daemon.local:3000, daemon.local, 3000",
    })
    void theFormsOfAwsAreRead(String text, String host, int port) {
        assertThat(DaemonAddress.parse(text)).contains(new DaemonAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1",
                ":2000",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "tcp:127.0.0.1:2000",
                "http://127.0.0.1:2000",
                "127.0.0.1:2000 127.0.0.1:2001",
                "udp:127.0.0.1:2000 icmp:127.0.0.1:1",
                "user@host:2000",
                "a_b:2000"
            })
    void nothingElseIs(String text) {
        assertThat(DaemonAddress.parse(text)).isEmpty();
    }
}
