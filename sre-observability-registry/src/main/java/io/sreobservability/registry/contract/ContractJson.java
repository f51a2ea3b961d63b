package io.sreobservability.registry.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
        Contract contract;
        try {
            contract = READER.readValue(json);
        } catch (JacksonException e) {
            throw new InvalidContractException(origin + position(e.getLocation()) + ": not a contract of this version: "
                    + e.getOriginalMessage() + ". Rebuild the module with the matching sre-observability-processor.");
        }
        if (contract.version() != Contract.VERSION) {
            throw new InvalidContractException(origin + ": contract version " + contract.version() + ", but "
                    + Contract.VERSION + " is expected. Use the same version of the processor and of this tool.");
        }
        return contract;
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

    private static String position(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
