package broadside.kit.xml;

import io.vertx.core.buffer.Buffer;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML 1.0; whatever stands in a text or an attribute is escaped, and characters that XML 1.0 cannot hold (2.2), not even as
 * references, are left out. Names, prefixes included, are written as they are given.
 */
public final class XmlWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** The bytes, in UTF-8, of a document whose root {@code root} writes. */
    public static Buffer document(Consumer<XmlWriter> root) {
        var text = new StringWriter();
        try {
            var writer = new XmlWriter(FACTORY.createXMLStreamWriter(text));
            writer.out.writeStartDocument("UTF-8", "1.0");
            root.accept(writer);
            writer.out.writeEndDocument();
            writer.out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Buffer.buffer(text.toString());
    }

    /** An element; {@code content} writes its attributes first, then what stands in it. */
    public XmlWriter element(String name, Consumer<XmlWriter> content) {
        run(() -> out.writeStartElement(name));
        content.accept(this);
        return run(out::writeEndElement);
    }

    /** An attribute of the element that was begun last. */
    public XmlWriter attribute(String name, String value) {
        return run(() -> out.writeAttribute(name, legal(value)));
    }

    /** What stands in the element that was begun last. */
    public XmlWriter content(String text) {
        return run(() -> out.writeCharacters(legal(text)));
    }

    /** An element with nothing but text; nothing at all where there is none. */
    public XmlWriter text(String name, @Nullable String text) {
        return text == null ? this : element(name, xml -> xml.content(text));
    }

    private static String legal(String text) {
        return text.codePoints().allMatch(XmlWriter::isLegal)
                ? text
                : text.codePoints()
                        .filter(XmlWriter::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint < Character.MIN_SURROGATE)
                || (codePoint > Character.MAX_SURROGATE && codePoint <= 0xFFFD)
                || codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    private XmlWriter run(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
