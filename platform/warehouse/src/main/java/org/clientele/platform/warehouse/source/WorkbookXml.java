package org.clientele.platform.warehouse.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One part of a workbook, pulled through without entities, document types or anything from elsewhere. */
final class WorkbookXml implements AutoCloseable {
    /** More text than any field may have is not kept. */
    private static final int LONGEST_TEXT = 1 << 17;

    private final InputStream in;
    private final XMLStreamReader xml;

    WorkbookXml(InputStream in) throws IOException {
        this.in = in;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            this.xml = factory.createXMLStreamReader(characters(in));
        } catch (XMLStreamException | IOException e) {
            in.close();
            throw e instanceof CharacterCodingException || e instanceof XMLStreamException
                    ? damaged(e)
                    : (IOException) e;
        }
    }

    /** Decoded here, since the JDK's parser prints to the standard error what it cannot decode. */
    private static Reader characters(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(new ShortTags(in), 1 << 16);
        bytes.mark(2);
        byte[] start = bytes.readNBytes(2);
        bytes.reset();
        boolean wide = start.length == 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe;
        CharsetDecoder decoder = (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 14);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static IOException damaged(Exception e) {
        if (e instanceof XMLStreamException x && x.getNestedException() instanceof IOException io) {
            return io instanceof CharacterCodingException ? damaged(io) : io;
        }
        ZipException damaged = new ZipException("its XML does not parse");
        damaged.initCause(e);
        return damaged;
    }

    /** Moves to the next start or end of an element, or to the end of the document. */
    int next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return event;
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | ArrayIndexOutOfBoundsException | NegativeArraySizeException e) {
            throw damaged(e);
        }
    }

    /** The element's name without its prefix. */
    String name() {
        return xml.getLocalName();
    }

    boolean isStart(int event, String name) {
        return event == XMLStreamConstants.START_ELEMENT && name.equals(xml.getLocalName());
    }

    boolean isEnd(int event, String name) {
        return event == XMLStreamConstants.END_ELEMENT && name.equals(xml.getLocalName());
    }

    /** An attribute by its name without prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that is a whole number; {@code otherwise} if it is not there or is none. */
    int number(String name, int otherwise) {
        String text = attribute(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The text up to the end of the element just begun; elements within are skipped. */
    String text() throws IOException {
        try {
            StringBuilder text = new StringBuilder();
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (xml.hasText() && depth == 1 && event != XMLStreamConstants.COMMENT) {
                    int room = LONGEST_TEXT - text.length();
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
            }
            return unescaped(text.toString());
        } catch (XMLStreamException | ArrayIndexOutOfBoundsException | NegativeArraySizeException e) {
            throw damaged(e);
        }
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    private static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (at >= 0 && at + 7 <= text.length()) {
            String digits = text.substring(at + 2, at + 6);
            if (text.charAt(at + 6) == '_' && digits.matches("[0-9A-Fa-f]{4}")) {
                out.append(text, from, at).append((char) Integer.parseInt(digits, 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } finally {
            in.close();
        }
    }

    /** The parser keeps a tag or a piece of text in memory; none is this long. */
    private static final class ShortTags extends FilterInputStream {
        private static final int LONGEST = 2 << 20;
        private int since;

        ShortTags(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            since = b == '<' ? 0 : since + 1;
            check();
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            int i = offset + n;
            while (i > offset && into[i - 1] != '<') {
                i--;
            }
            since = i > offset ? offset + n - i : since + Math.max(0, n);
            check();
            return n;
        }

        private void check() throws IOException {
            if (since > LONGEST) {
                throw new ZipException("a piece of its XML is longer than 2 MB");
            }
        }
    }
}
