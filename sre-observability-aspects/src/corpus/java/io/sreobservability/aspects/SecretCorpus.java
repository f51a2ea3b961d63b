package io.sreobservability.aspects;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Made-up secrets of every form that the redactor knows. They are put together when a test runs, from fixed seeds, so that
 * no scanner takes a line of this file for a leak.
 */
public final class SecretCorpus {
    /** How many of each kind. */
    private static final int EACH = 16;

    private static final int PIECE = 6;

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = UPPER.toLowerCase(java.util.Locale.ROOT);
    private static final String DIGITS = "0123456789";
    private static final String WORDS = UPPER + LOWER + DIGITS;
    private static final List<Function<String, String>> CARRIERS = List.of(
            secret -> secret,
            secret -> "call failed: " + secret,
            secret -> secret + " was sent to the backend",
            secret -> "2026-11-22T10:15:30Z ERROR [worker-3] (" + secret + ") retry 2 of 3",
            secret -> "why does the pod restart?\n" + secret + "\nplease look",
            secret -> "größte Störung – 漢字 – " + secret + " – 😀");

    /**
     * A secret in a text.
     *
     * @param kind what kind of secret it is
     * @param secret what must not be seen
     * @param text the text around it
     */
    public record Item(String kind, String secret, String text) {
        /** Pieces of a secret that are long enough to be of use to somebody, and don't stand beside it anyway. */
        public Set<String> pieces() {
            Set<String> pieces = pieces(secret);
            pieces.removeAll(pieces(text.replace(secret, " ")));
            return pieces;
        }

        /** Whether a text shows one of these pieces. */
        public static boolean isIn(String text, Set<String> pieces) {
            for (int i = 0; i + PIECE <= text.length(); i++) {
                if (pieces.contains(text.substring(i, i + PIECE))) {
                    return true;
                }
            }
            return false;
        }

        /** All runs of six characters in a text. */
        public static Set<String> pieces(String text) {
            Set<String> pieces = new HashSet<>();
            for (int i = 0; i + PIECE <= text.length(); i++) {
                pieces.add(text.substring(i, i + PIECE));
            }
            return pieces;
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    private SecretCorpus() {}

    /** Everything that must be taken out wherever it appears. */
    public static List<Item> secrets() {
        List<Item> items = new ArrayList<>(keys());
        items.addAll(named());
        items.addAll(separated());
        items.addAll(paired());
        items.addAll(cards());
        return List.copyOf(items);
    }

    /** The texts around secrets, without any. */
    public static List<String> carriers() {
        return CARRIERS.stream().map(carrier -> carrier.apply(" ")).toList();
    }

    /** E-mail addresses: taken out everywhere but from identifiers. */
    public static List<Item> addresses() {
        return kind(
                "e-mail",
                random -> word(random, LOWER, 5) + pick(random, ".", "_", "+") + word(random, LOWER, 4) + "@"
                        + word(random, LOWER, 7) + pick(random, ".com", ".example.org", ".co.uk"),
                "%s");
    }

    /** Secrets without a form or a name, which only a reader could know for what they are. */
    public static List<Item> formless() {
        return Stream.of(
                        kind("bare words", random -> word(random, LOWER, 6) + word(random, DIGITS, 3), "%s"),
                        kind("told without digits", random -> word(random, LOWER, 9), "the password is %s"),
                        kind("bare AWS secret key", random -> base64(random, 40), "%s"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Item> keys() {
        return Stream.of(
                        kind(
                                "AWS key id",
                                random -> pick(random, "AK", "AS") + "IA" + word(random, UPPER + DIGITS, 16),
                                "%s"),
                        kind(
                                "GitHub token",
                                random -> "gh" + pick(random, "p", "o", "s", "u", "r") + "_" + word(random, WORDS, 36),
                                "%s"),
                        kind(
                                "GitHub fine-grained token",
                                random -> "github" + "_pat_" + word(random, WORDS, 22) + "_" + word(random, WORDS, 59),
                                "%s"),
                        kind("GitLab token", random -> "gl" + "pat-" + word(random, WORDS, 20), "%s"),
                        kind(
                                "Slack token",
                                random -> "xo" + "xb-" + word(random, DIGITS, 11) + "-" + word(random, WORDS, 24),
                                "%s"),
                        kind(
                                "model provider key",
                                random -> "sk" + pick(random, "-ant-api03-", "-proj-", "-") + word(random, WORDS, 48),
                                "%s"),
                        kind("Google key", random -> "AI" + "za" + word(random, WORDS, 35), "%s"),
                        kind(
                                "Stripe key",
                                random -> pick(random, "s", "r") + "k_" + pick(random, "live", "test") + "_"
                                        + word(random, WORDS, 24),
                                "%s"),
                        kind("npm token", random -> "np" + "m_" + word(random, WORDS, 36), "%s"),
                        kind("PyPI token", random -> "py" + "pi-AgEIcHlwaS5vcmc" + word(random, WORDS, 60), "%s"),
                        kind("JSON web token", SecretCorpus::webToken, "%s"),
                        kind(
                                "private key",
                                random -> base64(random, 64),
                                "-----BEGIN " + "RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----"),
                        kind("AWS secret key, named", random -> base64(random, 40), "aws_secret" + "_access_key = %s"),
                        kind(
                                "AWS secret key, near its name",
                                random -> base64(random, 40),
                                "the secret" + " access key of the AWS user (%s)"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Item> named() {
        Function<Random, String> password =
                random -> word(random, WORDS, 8) + pick(random, "!", "#", "$", "%") + word(random, DIGITS, 2);
        Function<Random, String> token = random -> word(random, WORDS, 32);
        return Stream.of(
                        kind("password, assigned", password, "password" + "=%s"),
                        kind("password in an environment", password, "DB_PASS" + "WORD=%s PORT=5432"),
                        kind("password in YAML", password, "pass" + "word: %s"),
                        kind("API key in JSON", token, "{\"api" + "Key\": \"%s\", \"retries\": 3}"),
                        kind("API key in escaped JSON", token, "{\\\"api_" + "key\\\":\\\"%s\\\"}"),
                        kind("header of an API key", token, "X-API" + "-Key: %s"),
                        kind("bearer token", token, "sent Bear" + "er %s"),
                        kind("authorization header", token, "Author" + "ization: Bearer %s"),
                        kind(
                                "basic credentials",
                                random -> Base64.getEncoder()
                                        .encodeToString(("user:" + word(random, WORDS, 12))
                                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                                "Author" + "ization: Basic %s"),
                        kind("URL credentials", token, "https://ops:" + "%s@db.internal/x"),
                        kind("database URL", token, "postgres://app:" + "%s@db:5432/orders"),
                        kind("Redis URL", token, "redis://:" + "%s@cache:6379"),
                        kind("connection string", password, "Server=db;User Id=sa;Pass" + "word=%s;Encrypt=true"),
                        kind("JDBC URL", token, "jdbc:mysql://db/orders?user=app&pass" + "word=%s&ssl=true"),
                        kind(
                                "storage account key",
                                random -> base64(random, 86) + "==",
                                "AccountName=x;Account" + "Key=%s;EndpointSuffix=y"),
                        kind("session cookie", token, "Cookie" + ": theme=dark; JSESSIONID=%s; lang=en"),
                        kind("session parameter", token, "/login;JSESSION" + "ID=%s"),
                        kind("client secret in a query", token, "grant_type=x&client_sec" + "ret=%s&scope=read"),
                        kind("option of a command", password, "mysql --pass" + "word %s -h db"),
                        kind("user of curl", token, "curl -u ops:" + "%s https://api"),
                        kind("element of XML", token, "<pass" + "word>%s</password>"),
                        kind(
                                "told",
                                random -> word(random, LOWER, 6) + word(random, DIGITS, 3),
                                "the pass" + "word is %s"))
                .flatMap(List::stream)
                .toList();
    }

    /** Passwords with characters that end a value elsewhere. */
    private static List<Item> separated() {
        Function<Random, String> password = random -> word(random, WORDS, 3)
                + pick(random, "&", ",", ";", "<", ")", "]", "}", "'")
                + word(random, WORDS, 4)
                + pick(random, "&", ",", ";", "<", ")", "]", "}", "\"")
                + word(random, WORDS, 4);
        return Stream.of(
                        kind("password with separators, assigned", password, "DB_PASS" + "WORD=%s PORT=5432"),
                        kind("password with separators in YAML", password, "pass" + "word: %s"),
                        kind(
                                "password with separators in a connection string",
                                password,
                                "Server=db;Pass" + "word=%s;Integrated Security=true"),
                        kind(
                                "password with separators in an URL",
                                random -> word(random, LOWER, 4) + pick(random, "/", "?", "#") + word(random, WORDS, 6),
                                "postgres://app:" + "%s@db:5432/orders"))
                .flatMap(List::stream)
                .toList();
    }

    /** Secrets whose names stand beside them. */
    private static List<Item> paired() {
        Function<Random, String> password = random -> word(random, WORDS, 8) + pick(random, "!", "#", "$", "%");
        return Stream.of(
                        kind(
                                "environment in JSON",
                                password,
                                "[{\"name\":\"DB_PASS"
                                        + "WORD\",\"value\":\"%s\"},{\"name\":\"PORT\",\"value\":\"1\"}]"),
                        kind(
                                "environment in escaped JSON",
                                password,
                                "{\\\"name\\\": \\\"API_TO" + "KEN\\\", \\\"value\\\": \\\"%s\\\"}"),
                        kind(
                                "environment in YAML",
                                password,
                                "env:\n  - name: DB_PASS" + "WORD\n    value: %s\n  - name: PORT"),
                        kind("argument in a list", password, "args: [\"-v\", \"--pass" + "word\", \"%s\", \"-h\"]"),
                        kind("short name in YAML", password, "db:\n  user: app\n  pass" + ": %s"),
                        kind("secrets in YAML", password, "sec" + "rets: %s"),
                        kind("tokens in JSON", password, "{\"tok" + "ens\": [\"%s\"]}"))
                .flatMap(List::stream)
                .toList();
    }

    /** Numbers of cards that come as numbers. */
    public static List<Long> cardNumbers() {
        return kind("card as a number", random -> card(random, 16, ""), "%s").stream()
                .map(item -> Long.valueOf(item.secret()))
                .toList();
    }

    private static List<Item> cards() {
        return Stream.of(
                        kind("card", random -> card(random, 16, ""), "%s"),
                        kind("card in groups", random -> card(random, 16, " "), "paid with %s today"),
                        kind("card with dashes", random -> card(random, 16, "-"), "%s"),
                        kind("card of 15 digits", random -> card(random, 15, ""), "%s"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Item> kind(String kind, Function<Random, String> secret, String frame) {
        Random random = new Random(kind.hashCode());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String made = secret.apply(random);
            String framed = frame.replace("%s", made);
            items.add(new Item(kind, made, CARRIERS.get(i % CARRIERS.size()).apply(framed)));
        }
        return items;
    }

    private static String webToken(Random random) {
        String header = "{\"alg\":\"HS256\",\"kid\":\"" + word(random, WORDS, 8) + "\"}";
        String claims = "{\"sub\":\"" + word(random, WORDS, 12) + "\"}";
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) + "."
                + encoder.encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) + "."
                + word(random, WORDS, 43);
    }

    /** A number with the right check digit, in groups of four. */
    private static String card(Random random, int length, String separator) {
        String start = length == 15 ? pick(random, "34", "37") : pick(random, "4", "51", "55", "2221", "6011", "3530");
        String body = start + word(random, DIGITS, length - 1 - start.length());
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        String number = body + (10 - sum % 10) % 10;
        return separator.isEmpty() ? number : number.replaceAll("(?<=\\G.{4})(?=.)", separator);
    }

    private static String base64(Random random, int length) {
        // The first two make sure of both cases, which chance nearly always gives.
        return "aB" + word(random, WORDS + "+/", length - 2);
    }

    private static String word(Random random, String alphabet, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
