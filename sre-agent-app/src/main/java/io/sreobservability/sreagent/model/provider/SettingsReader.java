package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.remote.AwsAccess;
import io.sreobservability.sreagent.remote.ServiceAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link ModelSettings} from environment variables and checks each. An empty variable counts as absent. */
final class SettingsReader {
    private static final String PROVIDER = "LLM_PROVIDER";
    private static final String MODEL = "SRE_AGENT_MODEL";
    private static final String ENDPOINT = "SRE_AGENT_MODEL_ENDPOINT";
    private static final String TIMEOUT = "SRE_AGENT_MODEL_TIMEOUT";
    private static final String ATTEMPTS = "SRE_AGENT_MODEL_ATTEMPTS";
    private static final String MAX_TOKENS = "SRE_AGENT_MODEL_MAX_TOKENS";
    private static final String TEMPERATURE = "SRE_AGENT_MODEL_TEMPERATURE";
    private static final String REGION = "AWS_REGION";

    /** Model ids, inference profiles and their ARNs. */
    private static final Pattern MODEL_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private static final Pattern DURATION_FORM = Pattern.compile("([0-9]{1,6})(ms|s)");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<String, String> environment;

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    ModelSettings read(@Nullable ModelProvider givenProvider, @Nullable String givenModel) {
        ModelProvider provider = givenProvider == null ? provider() : givenProvider;
        return new ModelSettings(
                provider,
                model(provider, givenModel),
                region(),
                endpoint(),
                timeout(),
                wholeNumber(ATTEMPTS, 3, 10),
                wholeNumber(MAX_TOKENS, 4096, 1_000_000),
                temperature());
    }

    private ModelProvider provider() {
        String id = value(PROVIDER, ModelProvider.OFFLINE.id());
        return ModelProvider.ofId(id).orElseThrow(() -> wrong(PROVIDER, "one of " + ModelProvider.ids()));
    }

    private String model(ModelProvider provider, @Nullable String given) {
        if (!provider.hosted()) {
            return provider.defaultModel();
        }
        String model = given == null ? value(MODEL, provider.defaultModel()) : given;
        if (!MODEL_FORM.matcher(model).matches()) {
            throw wrong("--model (or " + MODEL + ")", "the id of a model, such as " + provider.defaultModel());
        }
        return model;
    }

    private String region() {
        String region = value(REGION, "us-east-1");
        if (!AwsAccess.isRegion(region)) {
            throw wrong(REGION, "a region such as us-east-1");
        }
        return region;
    }

    private @Nullable URI endpoint() {
        String text = value(ENDPOINT, "");
        try {
            return text.isEmpty() ? null : ServiceAddress.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(ENDPOINT, ServiceAddress.RULE);
        }
    }

    private Duration timeout() {
        Matcher form = DURATION_FORM.matcher(value(TIMEOUT, "60s"));
        String rule = "a time such as 60s or 1500ms, at most " + LONGEST.toSeconds() + "s";
        if (!form.matches()) {
            throw wrong(TIMEOUT, rule);
        }
        long count = Long.parseLong(form.group(1));
        Duration timeout = form.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
        if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw wrong(TIMEOUT, rule);
        }
        return timeout;
    }

    private @Nullable Double temperature() {
        String text = value(TEMPERATURE, "0.1");
        if (text.equals("none")) {
            return null;
        }
        if (!text.matches("0(\\.[0-9]{1,4})?|1(\\.0{1,4})?")) {
            throw wrong(TEMPERATURE, "a number from 0 to 1, or none where a model takes none");
        }
        return Double.valueOf(text);
    }

    private int wholeNumber(String variable, int otherwise, int most) {
        String text = value(variable, String.valueOf(otherwise));
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > most) {
            throw wrong(variable, "a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private String value(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** The value itself stays out: somebody may have put a key into the wrong variable. */
    private static ModelConfigException wrong(String setting, String rule) {
        return new ModelConfigException(setting + " must be " + rule + ".");
    }
}
