package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, in which format, and that every refusal is in the caller's own. */
class AwsProtocolTest {
    private StandInServer server;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anUnsignedRequestIsRefusedInTheFormatOfTheCaller() {
        HttpResponse<byte[]> xml =
                http.post("/", "application/x-www-form-urlencoded", "Action=ListDashboards&Version=2010-08-01");
        assertThat(xml.statusCode()).isEqualTo(403);
        assertThat(Http.text(xml)).contains("<Code>MissingAuthenticationToken</Code>");

        HttpResponse<byte[]> json = http.send(http.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", Aws.LOGS + "DescribeQueryDefinitions")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(json.statusCode()).isEqualTo(403);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(Http.tree(json).get("__type").asText()).isEqualTo("MissingAuthenticationTokenException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer token", "AWS4-HMAC-SHA256 Credential=a", "Basic AWS4-HMAC-SHA256"})
    void anIncompleteOrForeignAuthorizationIsRefused(String authorization) {
        HttpResponse<byte[]> response = http.send(http.request("/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString("Action=ListDashboards&Version=2010-08-01")));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void anyOtherFormatIsRefusedNamingWhatIsSupported() {
        HttpResponse<byte[]> response = http.send(Aws.signed(http, "/")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("hello")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Http.text(response))
                .contains("application/x-www-form-urlencoded", "application/x-amz-json-1.0", "rpc-v2-cbor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Version=2010-08-01",
                "Action=ListDashboards",
                "Action=ListDashboards&Version=2012-01-01",
                "Action=ListDashboards&Version=2010-08-01&a=%zz",
                "Action=ListDashboards&Version=2010-08-01&Action=ListDashboards",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData=1&MetricData.member.1.Value=2",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.x.Value=2",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.0.Value=2",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1=2",
                "Action=PutMetricData&Version=2010-08-01&Namespace.a=n&MetricData.member.1.Value=2",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m"
                        + "&MetricData.member.1.Value=1d",
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m"
                        + "&MetricData.member.1.Value=1&MetricData.member.1.Timestamp=yesterday",
                "Action=PutMetricData&Version=2010-08-01&a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r=1",
            })
    void aMalformedFormIsOneClearXmlError(String form) {
        HttpResponse<byte[]> response = Aws.query(http, form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.text(response)).startsWith("<ErrorResponse").contains("<Type>Sender</Type>", "<Message>");
        assertThat(server.store().metrics().data()).isEmpty();
    }

    @Test
    void aSmallBodyThatUnfoldsToMillionsOfParametersIsRefused() {
        String start = "Action=PutMetricData&Version=2010-08-01&Namespace=n";
        String many = "&a=".repeat(5_000_000);
        String deep = IntStream.range(0, 50_000)
                .mapToObj(i -> "&a" + i + ".a.b.c.d.e.f.g.h.i.j=")
                .collect(Collectors.joining());
        for (String form : List.of(start + many, start + deep)) {
            HttpResponse<byte[]> response = http.send(Aws.signed(http, "/")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Http.gzip(form.getBytes(StandardCharsets.UTF_8)))));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(Http.text(response)).startsWith("<ErrorResponse").contains("more parameters than");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{} {}", "{\"Namespace\":1}", "{\"Namespace\":\"n\",\"MetricData\":{}}"})
    void malformedJsonIsOneClearJsonError(String body) {
        HttpResponse<byte[]> response = Aws.json(http, Aws.CLOUDWATCH + "PutMetricData", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.tree(response).get("__type").asText()).endsWith("SerializationException");
    }

    @Test
    void listMembersAreTakenByTheirNumberNotByTheirOrder() {
        HttpResponse<byte[]> response = Aws.query(
                http,
                "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m"
                        + "&MetricData.member.1.Values.member.999999999=9&MetricData.member.1.Values.member.10=2"
                        + "&MetricData.member.1.Values.member.9=1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(http.json("/api/metrics").at("/metrics/0/data/0/values").toString())
                .isEqualTo("[1.0,2.0,9.0]");
    }

    @Test
    void textOfACallerCannotBreakTheXmlOfTheAnswer() throws Exception {
        HttpResponse<byte[]> response =
                Aws.query(http, "Action=%3C%2FMessage%3E%26%00%1B%EF%BF%BE%ED%A0%80&Version=2010-08-01");
        assertThat(response.statusCode()).isEqualTo(400);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()));
        assertThat(document.getElementsByTagName("Message").item(0).getTextContent())
                .contains("Could not find operation </Message>&");
    }
}
