package io.sreobservability.registry.reference;

import java.util.List;

/** One part of the page. */
interface Section {
    /** Its heading, in words that need no escaping. */
    String title();

    /** What a reader finds there, for the table of contents. */
    String about();

    /** The headings below its own, as Markdown and in the order in which they are written. */
    List<String> headings();

    /** Writes everything below its own heading. */
    void write(Page page, Anchors anchors);
}
