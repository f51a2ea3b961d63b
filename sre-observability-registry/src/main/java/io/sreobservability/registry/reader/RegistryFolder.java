package io.sreobservability.registry.reader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the files of one registry from wherever they are: index, manifest, and what the index lists. */
final class RegistryFolder {
    private static final byte LINE_FEED = '\n';

    private RegistryFolder() {}

    /**
     * The bytes of one file.
     *
     * @param name what messages call it
     * @param bytes the content; null if it cannot be read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never kept
    record Content(String name, byte @Nullable [] bytes) {}

    /** Reads a registry; {@code open} gives the file of a name. */
    static RegistrySource read(String name, Function<String, Content> open) {
        Content index = open.apply(RegistrySource.INDEX);
        if (index.bytes() == null) {
            throw InvalidRegistryException.at(
                    index.name(), 1, 1, "there is no such file; it lists the definition files, one a line");
        }
        RegistrySource.File indexFile = new RegistrySource.File(index.name(), text(index.name(), index.bytes()));
        Content manifest = open.apply(RegistrySource.MANIFEST);
        if (manifest.bytes() == null) {
            throw InvalidRegistryException.at(
                    manifest.name(),
                    1,
                    1,
                    "there is no such file; expected `schema_url: https://example.org/schemas/acme/1.0.0`");
        }
        List<RegistrySource.File> definitions = new ArrayList<>();
        for (RegistryIndex.Entry entry : RegistryIndex.parse(indexFile).entries()) {
            Content content = open.apply(entry.file());
            if (content.bytes() == null) {
                throw InvalidRegistryException.at(
                        index.name(), entry.line(), 1, "there is no file `" + entry.file() + "` beside the index");
            }
            definitions.add(new RegistrySource.File(content.name(), text(content.name(), content.bytes())));
        }
        return new RegistrySource(
                name,
                indexFile,
                new RegistrySource.File(manifest.name(), text(manifest.name(), manifest.bytes())),
                definitions);
    }

    private static String text(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < in.position(); i++) {
                line = bytes[i] == LINE_FEED ? line + 1 : line;
                column = bytes[i] == LINE_FEED ? 1 : column + 1;
            }
            throw InvalidRegistryException.at(name, line, column, "not UTF-8; save the file in this encoding");
        }
        return out.flip().toString();
    }
}
