package broadside.kit.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Whatever is written is read back equal by the JDK's parser, but for what XML 1.0 cannot hold. */
class XmlWriterTest {
    private static Element read(String text) throws Exception {
        var document = XmlWriter.document(
                xml -> xml.element("a", a -> a.attribute("b", text).content(text)));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document.toString())))
                .getDocumentElement();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "<script>alert(1)</script>",
                "]]>",
                "&amp; & &lt;",
                "\" and '",
                "<!--",
                "日本語",
                "😀 \uD83D\uDC69\u200D\uD83D\uDC67",
                "\uFFFD \u00A0\u2028"
            })
    void keepsWhatItIsGiven(String text) throws Exception {
        var root = read(text);
        assertEquals(text, root.getTextContent());
        assertEquals(text, root.getAttribute("b"));
    }

    @Test
    void leavesOutWhatXmlCannotHold() throws Exception {
        var root = read("a\u0000b\u0001c\u000Bd\u001Be\uFFFEf\uFFFFg\uD800h\uDC00i\u007Fj");
        assertEquals("abcdefghi\u007Fj", root.getTextContent());
        assertEquals("abcdefghi\u007Fj", root.getAttribute("b"));
    }
}
