package io.sreobservability.maven.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.sreobservability.maven.source.JsonValue.JsonArray;
import io.sreobservability.maven.source.JsonValue.JsonNull;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonScalar;
import io.sreobservability.maven.source.JsonValue.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads strict JSON, with the place of every value. A member that is written twice is refused: CloudWatch would silently
 * take the last one.
 */
public final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final String content;

    private JsonReader(String file, String content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads one document.
     *
     * @param file what to call the document in places
     * @throws UnreadableTextException if the content is not one JSON value
     */
    public static JsonValue read(String file, String content) throws UnreadableTextException {
        return new JsonReader(file, content).document();
    }

    private JsonValue document() throws UnreadableTextException {
        try (JsonParser parser = FACTORY.createParser(content)) {
            if (parser.nextToken() == null) {
                throw new UnreadableTextException(new Place(file, 1, 1, ""), "it is empty");
            }
            JsonValue value = value(parser, "$");
            if (parser.nextToken() != null) {
                throw new UnreadableTextException(place(parser, "$"), "there is a second document");
            }
            return value;
        } catch (JacksonException e) {
            JsonLocation location = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            Place place = new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), "");
            throw new UnreadableTextException(place, String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("A string cannot fail to be read", e);
        }
    }

    private JsonValue value(JsonParser parser, String path) throws IOException {
        Place place = place(parser, path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> text(parser, place);
            case VALUE_NULL -> new JsonNull(place);
            default -> new JsonScalar(parser.getText(), place);
        };
    }

    private JsonObject object(JsonParser parser, Place place) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, place.path() + "." + name));
        }
        return new JsonObject(members, place);
    }

    private JsonArray array(JsonParser parser, Place place) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, place.path() + "[" + items.size() + "]"));
        }
        return new JsonArray(items, place);
    }

    private JsonText text(JsonParser parser, Place place) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return new JsonText(SourceText.ofJson(parser.getText(), content, start, place), place);
    }

    private Place place(JsonParser parser, String path) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr(), path);
    }
}
