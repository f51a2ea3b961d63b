package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.sreobservability.cloudwatch.delivery.Holdings;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInException;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of {@link SreTelemetry} in mode aws, against a stand-in that is as strict as an AWS account. */
@Timeout(30)
abstract class AwsAccount {

    static final Duration PLENTY = Duration.ofSeconds(20);
    static final AccessKey KEY = new AccessKey("AKIDTEST", "the secret");
    static final String REGION = "eu-central-1";
    static final String LOG_GROUP = "/sre-agent/logs";

    /** What the AWS SDK looks at for credentials: only what a test gives it, never this machine's. */
    private static final Map<String, String> NOTHING_OF_THIS_MACHINE = Map.of(
            "aws.disableEc2Metadata", "true",
            "aws.sharedCredentialsFile", "/nonexistent",
            "aws.configFile", "/nonexistent");

    @RegisterExtension
    final TelemetryBooks books = new TelemetryBooks();

    final LogCapture log = new LogCapture();
    private StandInServer account = start(StandInConfig.ephemeral());

    private static StandInServer start(StandInConfig config) {
        try {
            StandInServer server = StandInServer.start(
                    config.access().strict() ? config : config.withAccess(AccessRules.strict(REGION, KEY)));
            server.store().logGroups().addGroup(LOG_GROUP);
            return server;
        } catch (StandInException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exchanges the account for one with other rules. */
    void accountWith(StandInConfig config) {
        closeAccount();
        account = start(config);
    }

    /** Whatever a test made the program do, the delivered policy must have allowed it. */
    private void closeAccount() {
        account.close();
        assertThat(IamPolicy.read("runtime-policy.json").granted()).containsAll(account.calledActions());
    }

    StandInServer account() {
        return account;
    }

    @BeforeEach
    void signIn() {
        GlobalOpenTelemetry.resetForTest();
        NOTHING_OF_THIS_MACHINE.forEach(System::setProperty);
        credentials(KEY.id(), KEY.secret());
    }

    static void credentials(String id, String secret) {
        System.setProperty("aws.accessKeyId", id);
        System.setProperty("aws.secretAccessKey", secret);
    }

    static void noCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @AfterEach
    void signOut() {
        noCredentials();
        NOTHING_OF_THIS_MACHINE.keySet().forEach(System::clearProperty);
        log.close();
        GlobalOpenTelemetry.resetForTest();
        closeAccount();
    }

    SreTelemetry telemetry(String... more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SRE_OBSERVABILITY_MODE", "aws");
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_ENDPOINT_URL", account.url());
        environment.put("OTEL_SERVICE_NAME", "sre-agent");
        environment.put("SRE_OBSERVABILITY_BUFFER_DIR", "none");
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return books.start(TelemetryConfig.fromEnvironment(environment));
    }

    static void recordOneOfEach(SreTelemetry telemetry) {
        LocalTelemetry.endSpan(telemetry, "tool.get_pods");
        telemetry
                .openTelemetry()
                .getLogsBridge()
                .get("test")
                .logRecordBuilder()
                .setBody("found 3 pods")
                .emit();
        telemetry
                .openTelemetry()
                .getMeter("test")
                .histogramBuilder("ToolExecution")
                .setUnit("ms")
                .build()
                .record(12.5, Attributes.of(AttributeKey.stringKey("ToolName"), "get_pods"));
    }

    /** The books after a flush: every item of all three signals has its outcome. */
    static void assertSettled(SreTelemetry telemetry) {
        assertThat(telemetry.balances()).hasSize(3).allSatisfy(balance -> {
            assertThat(balance.recorded()).isPositive();
            assertThat(balance.missing()).isZero();
            assertThat(balance.waiting()).isEqualTo(Holdings.NONE);
        });
    }
}
