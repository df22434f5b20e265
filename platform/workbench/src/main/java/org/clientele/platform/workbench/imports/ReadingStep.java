package org.clientele.platform.workbench.imports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.runtime.ProposedTable.Reading;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;

/** How the text of a table is read: encoding, delimiter, layout and header row, with what comes out of it. */
final class ReadingStep implements StepView {
    private static final Texts TEXTS = Texts.of(ReadingStep.class);
    private static final int HEAD = 40;
    private static final int NARROW = 96;
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15", "windows-1250", "IBM850");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ':', ' ');

    private final Wizard wizard;
    private final PreviewTable preview = new PreviewTable();

    ReadingStep(Wizard wizard) {
        this.wizard = wizard;
    }

    @Override
    public double draw(Sketch s, double x, double y, double w, double h) {
        ProposedTable t = wizard.model().table().orElse(null);
        if (t == null) {
            return 0;
        }
        double at = y + wizard.tableChips(s, x, y, w);
        Reading r = t.reading();
        double fieldWidth = Math.min(200, (w - 3 * 12) / 4);
        double fx = x;
        boolean text = !r.charset().isEmpty();
        if (text) {
            field(
                    s,
                    "read:charset",
                    TEXTS.get("reading.encoding"),
                    r.charset(),
                    fx,
                    at,
                    fieldWidth,
                    () -> encodings(t));
            fx += fieldWidth + 12;
            field(
                    s,
                    "read:layout",
                    TEXTS.get("reading.parts"),
                    layout(r.layout()),
                    fx,
                    at,
                    fieldWidth,
                    () -> layouts(t));
            fx += fieldWidth + 12;
            if (r.layout() != Layout.WHITESPACE) {
                String name = delimiter(r.delimiter());
                field(
                        s,
                        "read:delimiter",
                        TEXTS.get("reading.delimiter"),
                        name,
                        fx,
                        at,
                        fieldWidth,
                        () -> delimiters(t));
                fx += fieldWidth + 12;
            }
        }
        if (r.layout() != Layout.BASKETS) {
            field(
                    s,
                    "read:header",
                    TEXTS.get("reading.header"),
                    header(r.headerRow()),
                    fx,
                    at,
                    fieldWidth,
                    () -> wizard.asks().headerRow("read:header", t));
        }
        at += 72;
        String about = wizard.work().rereading() ? TEXTS.get("reading") : about(t);
        s.note(x, at, about, w);
        at += 12;
        preview.draw(s, x, at, w, Math.max(180, y + h - at - 4), t.headers(), t.sample(), HEAD, NARROW, preview::name);
        return h;
    }

    private static void field(
            Sketch s, String id, String name, String value, double x, double y, double w, Runnable open) {
        s.label(x, y + 14, name);
        s.field(id, name, value, "", x, y + 22, w, open);
    }

    private String about(ProposedTable t) {
        String format = Words.format(t.reading().format());
        Texts.Count columns = wizard.words().counted(t.headers().size());
        return t.sample().isEmpty()
                ? TEXTS.get("reading.about", format, columns)
                : TEXTS.get(
                        "reading.about.rows",
                        format,
                        columns,
                        wizard.words().counted(t.sample().size()));
    }

    private static String delimiter(char c) {
        return switch (c) {
            case ',' -> TEXTS.get("reading.comma");
            case ';' -> TEXTS.get("reading.semicolon");
            case '\t' -> TEXTS.get("reading.tab");
            case '|' -> TEXTS.get("reading.pipe");
            case ':' -> TEXTS.get("reading.colon");
            case ' ' -> TEXTS.get("reading.space");
            default -> String.valueOf(c);
        };
    }

    private static String layout(Layout layout) {
        return switch (layout) {
            case DELIMITED -> TEXTS.get("reading.delimited");
            case WHITESPACE -> TEXTS.get("reading.blanks");
            case BASKETS -> TEXTS.get("reading.baskets");
        };
    }

    private static String header(int row) {
        return row == 0 ? TEXTS.get("reading.header.none") : TEXTS.get("reading.header.row", row);
    }

    private void encodings(ProposedTable t) {
        Reading r = t.reading();
        List<String> names = new ArrayList<>(ENCODINGS);
        if (names.stream().noneMatch(n -> n.equalsIgnoreCase(r.charset()))) {
            names.add(0, r.charset());
        }
        PopUp.open(
                wizard.pane(),
                "read:charset",
                names.stream()
                        .filter(ReadingStep::supported)
                        .map(n -> PopUp.Entry.of(
                                n,
                                n.equalsIgnoreCase(r.charset()),
                                () -> read(new Reading(r.format(), n, r.delimiter(), r.layout(), r.headerRow()))))
                        .toList());
    }

    private static boolean supported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private void layouts(ProposedTable t) {
        Reading r = t.reading();
        PopUp.open(
                wizard.pane(),
                "read:layout",
                List.of(Layout.values()).stream()
                        .map(l -> PopUp.Entry.of(
                                layout(l),
                                l == r.layout(),
                                () -> read(new Reading(r.format(), r.charset(), r.delimiter(), l, r.headerRow()))))
                        .toList());
    }

    private void delimiters(ProposedTable t) {
        Reading r = t.reading();
        List<PopUp.Entry> all = new ArrayList<>();
        DELIMITERS.forEach(c -> all.add(PopUp.Entry.of(
                delimiter(c),
                c == r.delimiter(),
                () -> read(new Reading(r.format(), r.charset(), c, r.layout(), r.headerRow())))));
        PopUp.open(wizard.pane(), "read:delimiter", all);
    }

    private void read(Reading reading) {
        wizard.work().reread(reading);
    }

    @Override
    public boolean wheel(int lines, boolean sideways) {
        return preview.wheel(lines, sideways);
    }
}
