package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Pulls the filled rows of a sheet, one by one. */
final class SheetRows implements AutoCloseable {
    private static final int MOST_COLUMNS = 1 << 14;
    private static final int MOST_ROWS = 1 << 20;

    private final Workbook book;
    private final GuardedStream bytes;
    private final WorkbookXml xml;
    private final double size;
    private int last;
    private int formulasWithoutValue;

    /**
     * One row.
     *
     * @param number in the sheet, from 1
     * @param cells up to the last that is filled
     */
    record Row(int number, List<String> cells) {}

    SheetRows(Workbook book, String part) throws IOException {
        this.book = book;
        this.size = book.size(part);
        this.bytes = book.bytes(part);
        this.xml = new WorkbookXml(bytes);
    }

    double fraction() {
        return Math.min(1, bytes.count() / size);
    }

    /** How many cells so far have a formula whose value nobody has computed. */
    int formulasWithoutValue() {
        return formulasWithoutValue;
    }

    /** The next row with anything in it; null at the end. */
    @Nullable
    Row next() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.isEnd(event, "sheetData")) {
                return null;
            }
            if (xml.isStart(event, "row")) {
                int number = Math.max(last + 1, xml.number("r", last + 1));
                if (number > MOST_ROWS) {
                    throw new ZipException("it has a row number beyond 1,048,576");
                }
                last = number;
                List<String> cells = cells();
                if (!cells.isEmpty()) {
                    return new Row(number, cells);
                }
            }
        }
        return null;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.isEnd(event, "row")) {
                break;
            }
            if (xml.isStart(event, "c")) {
                String ref = xml.attribute("r");
                column = ref == null ? column + 1 : column(ref, column + 1);
                if (column >= MOST_COLUMNS) {
                    throw new ZipException("it has a column beyond XFD");
                }
                String text = cell();
                if (!text.isBlank()) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, text);
                }
            }
        }
        return cells;
    }

    private static int column(String ref, int otherwise) {
        int n = 0;
        int i = 0;
        while (i < ref.length() && i < 4 && ref.charAt(i) >= 'A' && ref.charAt(i) <= 'Z') {
            n = n * 26 + ref.charAt(i++) - 'A' + 1;
        }
        return n == 0 ? otherwise : n - 1;
    }

    private String cell() throws IOException {
        String type = String.valueOf(xml.attribute("t"));
        int style = xml.number("s", 0);
        String value = null;
        StringBuilder inline = new StringBuilder();
        boolean formula = false;
        int phonetic = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.isEnd(event, "c")) {
                break;
            }
            if (xml.isStart(event, "v")) {
                value = xml.text();
            } else if (xml.isStart(event, "f")) {
                formula = true;
                xml.text();
            } else if (xml.isStart(event, "rPh")) {
                phonetic++;
            } else if (xml.isEnd(event, "rPh")) {
                phonetic--;
            } else if (xml.isStart(event, "t") && phonetic == 0 && inline.length() < 1 << 17) {
                inline.append(xml.text());
            }
        }
        if (type.equals("inlineStr")) {
            return inline.toString();
        }
        if (value == null || value.isEmpty() && !type.equals("str")) {
            formulasWithoutValue += formula ? 1 : 0;
            return "";
        }
        return switch (type) {
            case "s" -> shared(value);
            case "b" -> value.strip().equals("1") ? "true" : "false";
            case "str", "e" -> value;
            case "d" -> value.strip().replace('T', ' ');
            default -> book.cells().number(value.strip(), style);
        };
    }

    private String shared(String number) throws IOException {
        try {
            return book.texts().get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException e) {
            throw new ZipException(
                    "a cell names no text by \"" + number.substring(0, Math.min(20, number.length())) + "\"");
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
