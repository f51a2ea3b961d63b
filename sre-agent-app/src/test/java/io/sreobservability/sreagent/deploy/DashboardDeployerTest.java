package io.sreobservability.sreagent.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.QueryDefinition;
import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import io.sreobservability.sreagent.deploy.DashboardDeployer.Change;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the real AWS SDK clients into the strict stand-in, without credentials. */
class DashboardDeployerTest {
    private static final String NAME = "SREAgentObservability";

    private StandInServer standIn;
    private DashboardDeployer deployer;

    @BeforeEach
    void start() throws Exception {
        standIn = StandInServer.start(StandInConfig.ephemeral());
        deployer = new DashboardDeployer(new AwsTarget("eu-west-1", URI.create(standIn.url())));
    }

    @AfterEach
    void stop() {
        deployer.close();
        standIn.close();
    }

    @Test
    void theDeliveredDashboardIsStoredForItsRegionWithoutAWarning() throws JsonProcessingException {
        DashboardBody body = DashboardBody.read(DashboardsFolder.DASHBOARD).inRegion("eu-west-1");

        assertThat(deployer.putDashboard(NAME, body)).isEmpty();

        Dashboard stored = standIn.store().dashboards().get(NAME).orElseThrow();
        JsonNode expected = JsonFile.JSON.readTree(body.json());
        assertThat(JsonFile.JSON.readTree(stored.body())).isEqualTo(expected);
        assertThat(stored.body())
                .contains("https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#xray:traces/query")
                .doesNotContain("us-east-1");
    }

    @Test
    void whatTheServiceRefusesIsNamedWithItsPlaceAndNothingIsSaved(@TempDir Path folder) throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.json"), """
                {"widgets":[{"type":"metric","properties":
                  {"region":"eu-west-1","metrics":[["A","B"]],"stacked":"yes"}}]}""");

        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> deployer.putDashboard(NAME, DashboardBody.read(odd)))
                .withMessageStartingWith("CloudWatch refused the dashboard and saved nothing: ")
                .withMessageContaining("/widgets/0/properties/stacked");
        assertThat(standIn.store().dashboards().get(NAME)).isEmpty();
    }

    @Test
    void aWrongSecretIsNoMissingPermissionInWhateverWordsAServiceSaysSo() throws Exception {
        AccessRules otherSecret = AccessRules.strict("eu-west-1", new AccessKey("local", "another"));
        try (StandInServer account =
                        StandInServer.start(StandInConfig.ephemeral().withAccess(otherSecret));
                DashboardDeployer stranger =
                        new DashboardDeployer(new AwsTarget("eu-west-1", URI.create(account.url())))) {
            DashboardBody body = DashboardBody.read(DashboardsFolder.DASHBOARD);
            assertThatExceptionOfType(DeploymentException.class)
                    .isThrownBy(() -> stranger.putDashboard(NAME, body))
                    .withMessageStartingWith("AWS does not know these credentials");
            assertThatExceptionOfType(DeploymentException.class)
                    .isThrownBy(() -> stranger.removeQuery("SREAgent/Slow"))
                    .withMessageStartingWith("AWS does not know these credentials");
        }
    }

    @Test
    void deployingAgainUpdatesTheQueriesAndAddsNone() {
        List<SavedQuery> queries = SavedQuery.readAll(DashboardsFolder.QUERIES);

        assertThat(queries).extracting(deployer::putQuery).containsOnly(Change.CREATED);
        assertThat(queries).extracting(deployer::putQuery).containsOnly(Change.UPDATED);

        assertThat(standIn.store().queryDefinitions().all())
                .hasSameSizeAs(queries)
                .extracting(QueryDefinition::name)
                .containsExactlyInAnyOrderElementsOf(
                        queries.stream().map(SavedQuery::name).toList());
    }

    @Test
    void whatWasDeployedIsRemovedAndWhatIsNotThereIsNoError() {
        deployer.putDashboard(NAME, DashboardBody.read(DashboardsFolder.DASHBOARD));
        deployer.putQuery(new SavedQuery("SREAgent/Slow tools", "d", "aws/spans", "limit 1"));
        deployer.putQuery(new SavedQuery("SREAgent/Slow", "d", "aws/spans", "limit 2"));

        assertThat(deployer.removeDashboard(NAME)).isTrue();
        assertThat(deployer.removeQuery("SREAgent/Slow")).isTrue();
        assertThat(deployer.removeDashboard(NAME)).isFalse();
        assertThat(deployer.removeQuery("SREAgent/Slow")).isFalse();

        assertThat(standIn.store().dashboards().all()).isEmpty();
        assertThat(standIn.store().queryDefinitions().all())
                .extracting(QueryDefinition::name)
                .containsExactly("SREAgent/Slow tools");
    }

    @Test
    void aQueryWhoseNameBeginsLikeAnotherIsNotMistakenForIt() {
        SavedQuery longer = new SavedQuery("SREAgent/Slow tools", "d", "aws/spans", "limit 1");
        SavedQuery shorter = new SavedQuery("SREAgent/Slow", "d", "aws/spans", "limit 2");

        assertThat(deployer.putQuery(longer)).isEqualTo(Change.CREATED);
        assertThat(deployer.putQuery(shorter)).isEqualTo(Change.CREATED);
    }

    @Test
    void theDescriptionIsKeptAboveTheQuery() {
        deployer.putQuery(new SavedQuery("SREAgent/One", "What it\nanswers", "aws/spans", "limit 1"));

        assertThat(standIn.store().queryDefinitions().all())
                .extracting(QueryDefinition::queryString)
                .containsExactly("# What it answers\nlimit 1");
    }
}
