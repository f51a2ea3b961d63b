package io.sreobservability.sreagent.memory.agentcore;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as the service writes them: {@code <summary><topic name="...">...</topic></summary>}, or the topics alone. Read as a
 * stream and without document types, so that neither deep nesting nor entities can do harm.
 */
final class SummaryXml {
    private static final XMLInputFactory FACTORY = factory();

    private SummaryXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is looked up for a summary");
        });
        return factory;
    }

    /** The topics, each as its name and its text; empty if a text is not such a summary. */
    static Optional<List<String>> topics(String text) {
        if (!text.startsWith("<")) {
            return Optional.empty();
        }
        try {
            List<String> topics = read(FACTORY.createXMLStreamReader(new StringReader("<all>" + text + "</all>")));
            return topics.isEmpty() ? Optional.empty() : Optional.of(topics);
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private static List<String> read(XMLStreamReader xml) throws XMLStreamException {
        List<String> topics = new ArrayList<>();
        StringBuilder topic = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> topic = isTopic(xml) ? begin(name(xml)) : topic;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (topic != null) {
                        topic.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (topic != null && isTopic(xml)) {
                        topics.add(topic.toString());
                        topic = null;
                    }
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return topics;
    }

    private static boolean isTopic(XMLStreamReader xml) {
        return xml.getLocalName().equals("topic");
    }

    private static @Nullable String name(XMLStreamReader xml) {
        return xml.getAttributeValue(null, "name");
    }

    private static StringBuilder begin(@Nullable String name) {
        return new StringBuilder(name == null || name.isBlank() ? "" : name + ": ");
    }
}
