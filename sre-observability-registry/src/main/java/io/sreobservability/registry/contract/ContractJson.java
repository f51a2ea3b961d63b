package io.sreobservability.registry.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Reads and writes {@link Contract} as JSON. The text is a pure function of the contract. */
public final class ContractJson {
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(prettyPrinter());
    private static final ObjectReader READER = MAPPER.readerFor(Contract.class);

    private ContractJson() {}

    /** The contract as JSON: two spaces of indent, line feeds on every platform, a line feed at the end. */
    public static String write(Contract contract) {
        try {
            return WRITER.writeValueAsString(contract) + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("A contract of records always has a JSON form", e);
        }
    }

    /**
     * Reads a contract from text.
     *
     * @param origin what to call the text in an error, usually the file's path
     * @throws InvalidContractException if the text is not a contract of version {@link Contract#VERSION}
     */
    public static Contract read(String json, String origin) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (!tree.isObject()) {
                throw new InvalidContractException(origin + ": not a contract: expected a JSON object");
            }
            checkVersion(tree.path("version"), origin);
            return READER.readValue(json);
        } catch (JacksonException e) {
            throw new InvalidContractException(origin + position(e.getLocation()) + ": not a contract of this version: "
                    + e.getOriginalMessage() + ". Rebuild the module with the matching sre-observability-processor.");
        }
    }

    /**
     * Reads a contract file.
     *
     * @throws IOException if the file cannot be read
     * @throws InvalidContractException if it is not a contract of version {@link Contract#VERSION}
     */
    public static Contract read(Path file) throws IOException {
        return read(Files.readString(file), Objects.toString(file));
    }

    /** Asked first: of another version's fields nothing useful can be said. */
    private static void checkVersion(JsonNode version, String origin) {
        if (version.isIntegralNumber() && version.asInt() != Contract.VERSION) {
            throw new InvalidContractException(origin + ": contract version " + version.asText() + ", but "
                    + Contract.VERSION + " is expected. Use the same version of the processor and of this tool.");
        }
    }

    private static String position(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
