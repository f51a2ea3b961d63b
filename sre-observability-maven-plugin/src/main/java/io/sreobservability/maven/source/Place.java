package io.sreobservability.maven.source;

/**
 * A place in a file.
 *
 * @param file the file as the build names it
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param path the JSON path of the value, for example {@code $.widgets[3].properties.query}; empty in other files
 */
public record Place(String file, int line, int column, String path) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (path.isEmpty() ? "" : " " + path);
    }
}
