package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SecretCorpus.Item;
import io.sreobservability.aspects.fixture.Clerk;
import io.sreobservability.aspects.naming.NameGrammar;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Made-up secrets through every door of woven classes: names, attributes, events, errors, dimensions of metrics. */
class RedactionCorpusTest {
    private static final double LEAST = 0.98;

    private static final Set<String> BESIDE = SecretCorpus.carriers().stream()
            .flatMap(text -> Item.pieces(NameGrammar.normalise(text, NameGrammar.MAX_NAME_LENGTH)).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Clerk clerk = new Clerk();
    private RecordedTelemetry telemetry;

    @BeforeEach
    void install() {
        telemetry = RecordedTelemetry.install();
    }

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void noSecretLeavesWhileContentCaptureIsOff() {
        List<String> seen = new ArrayList<>();
        for (Item item : SecretCorpus.secrets()) {
            offer(item.text(), item.text());
            seen.addAll(leaks(item));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void noAddressLeavesWhileContentCaptureIsOffButAsTheNameOfAUser() {
        List<String> seen = new ArrayList<>();
        for (Item item : SecretCorpus.addresses()) {
            offer(item.text(), "alice");
            seen.addAll(leaks(item));
        }
        assertThat(seen).isEmpty();

        clerk.identify("logs", "bob@example.com", "session-1");

        assertThat(telemetry.onlySpan().getAttributes().get(StandardAttributes.SRE_USER_ID.key()))
                .isEqualTo("bob@example.com");
        assertThat(telemetry.dimensionSets("AgentInvocation"))
                .as("span and metric speak of the same user")
                .contains(Map.of("AgentName", "logs", "UserID", "bob@example.com"));
    }

    @Test
    void withContentCaptureOnSecretsGoAndOtherTextStays() {
        SreObservability.setCaptureContent(true);
        List<Item> secrets = Stream.concat(SecretCorpus.secrets().stream(), SecretCorpus.addresses().stream())
                .toList();
        long numbers = SecretCorpus.cardNumbers().stream()
                .filter(this::isTakenOutOfNumbers)
                .count();
        long formless =
                SecretCorpus.formless().stream().filter(this::isTakenOut).count();
        long harmed = Lookalikes.all().stream().filter(this::isHarmed).count();
        Map<String, Long> missed = secrets.stream()
                .filter(item -> !isTakenOut(item))
                .collect(Collectors.groupingBy(Item::kind, TreeMap::new, Collectors.counting()));
        long taken = secrets.size()
                - missed.values().stream().mapToLong(Long::longValue).sum()
                + numbers;
        int all = secrets.size() + SecretCorpus.cardNumbers().size();
        double recall = (double) taken / all;
        double precision = (double) taken / (taken + harmed);

        System.out.printf(
                Locale.ROOT,
                "Redaction: recall %.4f of %d secrets (missed: %s), precision %.4f (%d of %d harmless texts changed); of %d secrets"
                        + " without form or name %d%n",
                recall,
                all,
                missed,
                precision,
                harmed,
                Lookalikes.all().size(),
                SecretCorpus.formless().size(),
                formless);
        assertThat(recall).isGreaterThanOrEqualTo(LEAST);
        assertThat(precision).isGreaterThanOrEqualTo(LEAST);
    }

    private boolean isTakenOut(Item item) {
        offer(item.text(), "alice");
        return leaks(item).isEmpty();
    }

    private boolean isTakenOutOfNumbers(long card) {
        Map<String, Object> numbers = Map.of(
                "whole", card, "all", new long[] {card}, "big", BigInteger.valueOf(card), "precise", (double) card);
        clerk.call("get_pods", numbers, new Clerk.Outcome(false, ""));
        List<String> values = exported();
        telemetry.reset();
        String digits = Long.toString(card).substring(1);
        return values.stream().noneMatch(value -> value.replace(".", "").contains(digits));
    }

    /** Whether a text without secrets does not come out as it went in. */
    private boolean isHarmed(String text) {
        clerk.route(text, "logs", "because");
        List<String> values = exported();
        telemetry.reset();
        return values.stream().noneMatch(value -> value.contains(text));
    }

    private void offer(String text, String user) {
        clerk.identify(text, user, user);
        clerk.route(text, text, text);
        clerk.call(text, Map.of("note", text, "list", List.of(text), text, 1), new Clerk.Outcome(true, text));
        clerk.call("get_pods", Map.of(), new Clerk.Outcome(true, text));
        try {
            clerk.store(user, text, new IllegalStateException(text));
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage(text);
        }
    }

    /** Whatever was exported and shows a piece of the secret, as it is or as part of a name. */
    private List<String> leaks(Item item) {
        Set<String> pieces = item.pieces();
        pieces.addAll(Item.pieces(NameGrammar.normalise(item.secret(), NameGrammar.MAX_NAME_LENGTH)));
        pieces.removeAll(BESIDE); // of other items, whose dimensions are still there
        pieces.removeAll(Item.pieces(
                NameGrammar.normalise(item.text().replace(item.secret(), " "), NameGrammar.MAX_NAME_LENGTH)));
        List<String> leaks = exported().stream()
                .filter(text -> Item.isIn(text, pieces))
                .map(text -> item.kind() + ": " + text)
                .toList();
        telemetry.reset();
        return leaks;
    }

    private List<String> exported() {
        List<String> texts = new ArrayList<>();
        for (SpanData span : telemetry.spans()) {
            texts.add(span.getName());
            span.getAttributes().forEach((key, value) -> {
                if (!key.equals(StandardAttributes.SRE_TIMESTAMP.key())) { // has digits like a card
                    texts.add(String.valueOf(value));
                }
            });
            span.getEvents()
                    .forEach(event -> event.getAttributes().forEach((key, value) -> texts.add(String.valueOf(value))));
            texts.add(span.getStatus().getDescription());
        }
        telemetry.metrics().values().stream()
                .flatMap(metric -> metric.getData().getPoints().stream())
                .map(PointData::getAttributes)
                .forEach(attributes -> attributes.forEach((key, value) -> texts.add(String.valueOf(value))));
        return texts;
    }
}
