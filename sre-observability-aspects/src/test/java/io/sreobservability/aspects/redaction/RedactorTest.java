package io.sreobservability.aspects.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.Lookalikes;
import io.sreobservability.aspects.SecretCorpus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final List<SecretCorpus.Item> SECRETS = Stream.concat(
                    SecretCorpus.secrets().stream(), SecretCorpus.addresses().stream())
            .toList();

    private static String redact(String text) {
        return Redactor.redact(text, Scope.SECRETS_AND_ADDRESSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login with password=hunter2 please | login with password=[REDACTED] please",
                "\"apiKey\": \"a b c\", \"x\": 1 | \"apiKey\": \"[REDACTED]\", \"x\": 1",
                "\"pwd\":\"a\\\"b\",\"x\":1 | \"pwd\":\"[REDACTED]\",\"x\":1",
                "{\\\"secret\\\":\\\"abc\\\"} | {\\\"secret\\\":\\\"[REDACTED]\\\"}",
                "{password=[a, b], x=1} | {password=[[REDACTED]], x=1}",
                "X-API-Key: 12345 | X-API-Key: [REDACTED]",
                "Authorization: Basic dXNlcjpwYXNz | Authorization: [REDACTED]",
                "Authorization: Bearer abcdefghijkl | Authorization: [REDACTED]",
                "header Bearer abcdefghijkl | header Bearer [REDACTED]",
                "Cookie: a=b; sid=c | Cookie: [REDACTED]",
                "curl -u bob:abc https://x | curl -u bob:[REDACTED] https://x",
                "run --token abc --verbose | run --token [REDACTED] --verbose",
                "<secret>abc</secret> | <secret>[REDACTED]</secret>",
                "see https://user:pw@host/x | see https://[REDACTED]@host/x",
                "see amqp://user:p@ss@host/x | see amqp://[REDACTED]@host/x",
                "card 4111 1111 1111 1111 12/27 | card [REDACTED] 12/27",
                "card 4111-1111-1111-1111. | card [REDACTED].",
                "ask bob.smith+ops@mail.example.com now | ask [REDACTED] now",
                "ask bob@example.com. | ask [REDACTED].",
                "a=1&password=x&y<z;w)v&b=2 | a=1&password=[REDACTED]&b=2",
                "(password=a,b, c=1) | (password=[REDACTED], c=1)",
                "{password=abc}, x | {password=[REDACTED]}, x",
                "<p>token=abc</p> | <p>token=[REDACTED]</p>",
                "see amqp://user:p/s?s#@host/x@y | see amqp://[REDACTED]@host/x@y",
                "{\"name\":\"DB_PASSWORD\",\"value\":\"a b\"} | {\"name\":\"DB_PASSWORD\",\"value\":\"[REDACTED]\"}",
                "{name=DB_PASSWORD, value=abc, x=1} | {name=DB_PASSWORD, value=[REDACTED], x=1}",
                "['--api-key', 'abc', '-v'] | ['--api-key', '[REDACTED]', '-v']",
                "{\"pass\": \"abc\"} | {\"pass\": \"[REDACTED]\"}"
            })
    void whatLooksLikeASecretIsTakenOutAndTheRestStaysReadable(String text, String redacted) {
        assertThat(redact(text)).isEqualTo(redacted);
    }

    @Test
    void aPrivateKeyIsTakenOutEvenWhenItsEndIsCutOff() {
        String begin = "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE";

        assertThat(redact("a " + begin)).isEqualTo("a [REDACTED]");
        assertThat(redact(begin + "\n-----END RSA PRIVATE KEY----- b")).isEqualTo("[REDACTED] b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "1732273600000000000",
                "4111111111111111.5",
                "0.4111111111111111",
                "x4111111111111111",
                "41111111-1111-1111-8111-1111111111ab",
                "9111111111111111111"
            })
    void aNumberThatNoIssuerWouldGiveOutStays(String text) {
        assertThat(redact(text)).isEqualTo(text);
    }

    @Test
    void anAddressMayNameAUserWhereOnlySecretsGo() {
        assertThat(Redactor.redact("alice@example.com", Scope.SECRETS)).isEqualTo("alice@example.com");
        assertThat(Redactor.redact("token=abc", Scope.SECRETS)).isEqualTo("token=[REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "db_password", "X-Auth-Token", "clientSecret", "AWS_ACCESS_KEY_ID", "api key"})
    void aNameSaysThatItsValueIsASecret(String name) {
        assertThat(Redactor.namesSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "key", "sort_key", "tokenizer", "passwordless", "monkey", "id", ""})
    void aNameOfSomethingElseDoesNot(String name) {
        assertThat(Redactor.namesSecret(name)).isFalse();
    }

    @Property(tries = 2000)
    void aSecretNeverSurvivesWhateverStandsBesideIt(
            @ForAll("secrets") SecretCorpus.Item item, @ForAll String before, @ForAll String after) {
        String text = before + "\n" + item.text() + "\n" + after;

        Set<String> pieces = item.pieces();
        pieces.removeAll(SecretCorpus.Item.pieces(before + "\n" + after));
        String redacted = redact(text);
        assertThat(SecretCorpus.Item.isIn(redacted, pieces)).as(redacted).isFalse();
        assertThat(Redactor.holdsSecret(text)).isTrue();
    }

    @Property(tries = 2000)
    void whatIsTakenOutIsTakenOutOnce(@ForAll("secrets") SecretCorpus.Item item, @ForAll String around) {
        String once = redact(around + " " + item.text() + " " + around);

        assertThat(redact(once)).isEqualTo(once);
        assertThat(once).contains(Redactor.REDACTED);
    }

    @Property(tries = 2000)
    void aCutNeverLetsTheBeginningOfASecretOut(
            @ForAll("secrets") SecretCorpus.Item item, @ForAll @IntRange(min = 1, max = 300) int maxLength) {
        String clean = redact(item.text());

        String cut = Redactor.redact(item.text() + " x".repeat(6000), Scope.SECRETS_AND_ADDRESSES, maxLength);

        assertThat(cut.length()).isLessThanOrEqualTo(maxLength);
        assertThat(clean + " x".repeat(200)).startsWith(cut);
    }

    @Test
    void textWithoutASecretIsTheVeryTextAndLookalikesNearlyAlwaysAre() {
        assertThat(Lookalikes.all()).allSatisfy(text -> assertThat(redact(text)).isSameAs(text));
    }

    /** Counts every look at a character: time would say less about the worst text, and not the same twice. */
    @Property(tries = 300)
    void theWorkIsLinearInTheLengthOfTheWorstText(@ForAll("worst") String unit) {
        long few = looks(unit.repeat(20_000 / unit.length()));
        long many = looks(unit.repeat(80_000 / unit.length()));

        assertThat(many).isLessThan(5 * few + 10_000);
        assertThat(many).isLessThan(80_000L * 300);
    }

    private static long looks(String text) {
        Counted counted = new Counted(text);
        int from = 0;
        for (long found = 0; found != Found.NOTHING; from = found == Found.NOTHING ? from : Found.end(found)) {
            found = SecretFinder.next(counted, from, text.length(), Scope.SECRETS_AND_ADDRESSES);
        }
        return counted.looks;
    }

    @Provide
    Arbitrary<SecretCorpus.Item> secrets() {
        return Arbitraries.of(SECRETS);
    }

    @Provide
    Arbitrary<String> worst() {
        Arbitrary<String> parts = Arbitraries.of(
                "a",
                "1",
                "4",
                " ",
                "\n",
                "-",
                "--",
                "-----",
                "-----BEGIN ",
                "PRIVATE KEY",
                "password",
                "token",
                "is",
                "bearer ",
                "basic ",
                "-u ",
                "--token ",
                ":",
                "=",
                "://",
                "a:",
                "@",
                ".",
                "\"",
                "\\",
                "'",
                "[",
                "{",
                "<",
                ">",
                "sk-",
                "eyJ",
                "eyJhbGciOi",
                "AKIA",
                "ghp_",
                "aws",
                "secret ",
                "aB+/",
                "cookie:",
                ",",
                "&",
                "name:password,value:",
                "\"--token\",\"",
                "aBcDeFgHiJ");
        return parts.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list));
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new AssertionError("nothing may be copied");
        }

        @Override
        public String toString() {
            throw new AssertionError("nothing may be copied");
        }
    }

    @Test
    void hugeTextCostsNoMoreThanALongOne() {
        String redacted = Redactor.redact("password ".repeat(2_000_000), Scope.SECRETS_AND_ADDRESSES, 200);

        assertThat(redacted).hasSize(200);
    }

    @Test
    void cuttingNeverSplitsACodePoint() {
        assertThat(Redactor.redact("ab\ud83d\ude00", Scope.SECRETS, 3)).isEqualTo("ab");
        assertThat(Redactor.redact("ab\ud83d\ude00", Scope.SECRETS, 4)).isEqualTo("ab\ud83d\ude00");
        assertThat(Redactor.redact("abc", Scope.SECRETS, 2)).isEqualTo("ab");
    }
}
