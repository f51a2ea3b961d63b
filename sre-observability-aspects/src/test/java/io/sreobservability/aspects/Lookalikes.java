package io.sreobservability.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Texts as they run through an investigation that look like secrets to careless rules, and are none. */
public final class Lookalikes {
    private static final int EACH = 16;
    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";
    private static final String POD = "bcdfghjklmnpqrstvwxz2456789";

    private Lookalikes() {}

    /** All of them, fixed by seeds. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(sentences());
        all.addAll(ids());
        return List.copyOf(all);
    }

    private static List<String> ids() {
        return Stream.of(
                        of(1, r -> new UUID(r.nextLong(), r.nextLong()).toString()),
                        of(2, r -> "trace " + word(r, HEX, 32) + " span " + word(r, HEX, 16)),
                        of(3, r -> "investigation_" + word(r, HEX, 16)),
                        of(4, r -> "web-app-" + word(r, POD, 10) + "-" + word(r, POD, 5) + " is in CrashLoopBackOff"),
                        of(5, r -> "registry/app@sha" + "256:" + word(r, HEX, 64)),
                        of(6, r -> "secret rotated in commit " + word(r, HEX, 40)),
                        of(7, r -> "sha256sum " + word(r, HEX, 64) + "  app.jar"),
                        of(8, r -> "order 1" + word(r, DIGITS, 15) + " is late"),
                        of(9, Lookalikes::failingCard),
                        of(10, r -> "{\"timeUnixNano\":\"17" + word(r, DIGITS, 17) + "\"}"),
                        of(
                                11,
                                r -> "2026-11-22T10:" + (10 + r.nextInt(50)) + ":30.123456789Z took " + r.nextInt(9999)
                                        + " ms"),
                        of(12, r -> "/var/log/containers/" + word(r, POD, 8) + "/app.log:" + r.nextInt(500)),
                        of(
                                13,
                                r -> "arn:aws:logs:eu-west-1:" + word(r, DIGITS, 12) + ":log-group:/app/"
                                        + word(r, POD, 6)),
                        of(
                                14,
                                r -> "10." + r.nextInt(255) + "." + r.nextInt(255)
                                        + ".7:8080 refused, http://api:8080/pods?limit=" + r.nextInt(99)),
                        of(
                                15,
                                r -> "container_memory_working_set_bytes{namespace=\"prod\",pod=\"api-"
                                        + word(r, POD, 5) + "\"} " + r.nextInt(999999)),
                        of(16, r -> "call +49 30 " + word(r, DIGITS, 8) + " on ticket 20" + word(r, DIGITS, 6)),
                        of(
                                17,
                                r -> "etag W/\"" + word(r, HEX, 40) + "\" version 1." + r.nextInt(20) + "."
                                        + r.nextInt(9)),
                        of(
                                18,
                                r -> "max_tokens: " + r.nextInt(4096) + ", input_tokens=" + r.nextInt(9999)
                                        + ", temperature 0." + r.nextInt(9)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> sentences() {
        return List.of(
                "API response times have degraded 3x in the last hour",
                "users report that the password reset page is slow",
                "passwordless login for the tokenizer fails",
                "the password is wrong, says the database",
                "rotate the secret before the token expires",
                "which secrets does the pod mount?",
                "basic authentication is switched off",
                "bearer authentication failed with 401",
                "git@github.com:acme/web-app.git",
                "npm install react@18.2.0 lodash@4.17.21",
                "sk-learn-pipeline-of-the-search-team restarted",
                "kubectl get secret db-credentials -n prod",
                "docker run -u 1000:1000 app",
                "at com.acme.auth.TokenService.refresh(TokenService.java:42)",
                "java.lang.IllegalStateException: no key for shard 12",
                "{\"password\": null, \"token\": false, \"secret\": \"\"}",
                "primary key: id, foreign key: order_id, sort_key=name",
                "key=value, monkey=banana, keyboard: qwerty",
                "session.id=session-20261122201008 user.id=alice",
                "CPU 87.5 %, memory 4096 MiB, 3/5 replicas ready",
                "https://grafana.internal/d/abc123/api?orgId=1&from=1732270000000&to=1732273600000",
                "SELECT id, name FROM orders WHERE created_at > now() - interval '1 hour'",
                "eyJ is how encoded JSON begins",
                "AKIA is the prefix of key ids",
                "process 4242 4242 restarted",
                "-----BEGIN CERTIFICATE-----",
                "cookie banner does not close",
                "authorization takes 300 ms",
                "12 tests pass: 3 were flaky",
                "tokens: 1200, {\"tokens\": 4096}, secrets: 3",
                "docker-pullable://registry:5000/web@sha256:0123456789abcdef",
                "http://grafana:3000/d/x?user=me@here",
                "{\"name\":\"LOG_LEVEL\",\"value\":\"debug\"}",
                "- name: tokenizer\n  value: bpe",
                "args: [\"--verbose\", \"now\", \"--token\"]",
                "größe: 漢字 😀 straße");
    }

    /** Digits in groups as on a card, whose check digit is wrong. */
    private static String failingCard(Random random) {
        String body = "4" + word(random, DIGITS, 14);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return "order " + body + ((10 - sum % 10) % 10 + 1 + random.nextInt(9)) % 10 + " shipped";
    }

    private static List<String> of(int seed, Function<Random, String> text) {
        Random random = new Random(seed);
        return Stream.generate(() -> text.apply(random)).limit(EACH).toList();
    }

    private static String word(Random random, String alphabet, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
