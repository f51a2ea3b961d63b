package io.sreobservability.registry.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page as an independent Markdown parser sees it. */
final class ParsedPage {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final List<String> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<List<List<String>>> tables = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    ParsedPage(String markdown) {
        PARSER.parse(markdown).accept(new Reader());
    }

    List<String> headings() {
        return headings;
    }

    /** Targets of the links. */
    List<String> links() {
        return links;
    }

    /** Tables of rows of cells; the head is the first row. */
    List<List<List<String>>> tables() {
        return tables;
    }

    /** Markup that no page of ours has: HTML and images. */
    List<String> foreign() {
        return foreign;
    }

    /** The anchors of the headings by the rule that GitHub documents: lower case, no punctuation, hyphens, numbers. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        return headings.stream()
                .map(heading -> {
                    StringBuilder slug = new StringBuilder();
                    heading.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
                        if (c == ' ') {
                            slug.append('-');
                        } else if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                            slug.appendCodePoint(c);
                        }
                    });
                    int count = seen.merge(slug.toString(), 1, Integer::sum);
                    return count == 1 ? slug.toString() : slug + "-" + (count - 1);
                })
                .toList();
    }

    private static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    private final class Reader extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            headings.add(textOf(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            foreign.add("image " + image.getDestination());
        }

        @Override
        public void visit(HtmlBlock html) {
            foreign.add(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            foreign.add(html.getLiteral());
        }

        @Override
        public void visit(CustomBlock block) {
            tables.add(new ArrayList<>());
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            List<List<String>> table = tables.get(tables.size() - 1);
            if (node instanceof TableRow) {
                table.add(new ArrayList<>());
            } else if (node instanceof TableCell cell) {
                table.get(table.size() - 1).add(textOf(cell));
            }
            visitChildren(node);
        }
    }
}
