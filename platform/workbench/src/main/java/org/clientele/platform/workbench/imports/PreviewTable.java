package org.clientele.platform.workbench.imports;

import java.util.List;
import java.util.regex.Pattern;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The first rows of a source: heads stay, rows scroll down, columns go by one at a time. */
final class PreviewTable {
    private static final int ROW = 27;
    private static final int MEASURED = 40;
    private static final int WIDEST = 230;
    private static final int MOST_WIDE = 900;
    private static final int LEAST_SHOWN = 72;
    private static final int GUTTER = 48;
    /** Kept free at the right for the bar that scrolls. */
    private static final int BAR = 14;

    private static final Pattern NUMBER = Pattern.compile("[-+(]?[\\p{Sc}\\s]?[0-9][0-9.,'\\s]*[%)]?");

    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[.][0-9]{1,2}[.][0-9]{1,4}");

    private final PageScroll down = new PageScroll();
    private int first;
    private int shown;
    private List<String> headers = List.of();
    private List<List<String>> rows = List.of();
    private double[] widths = {};
    private double[] natural = {};
    private boolean[] numbers = {};
    private int narrowest;
    private Cell cell = (s, row, column, x, y, w, h) -> {};

    /** Draws the head of a column. */
    interface Head {
        void draw(Sketch s, int column, double x, double y, double w);
    }

    /** Draws something behind a cell and says what it does. */
    interface Cell {
        void draw(Sketch s, int row, int column, double x, double y, double w, double h);
    }

    /** Draws something behind each cell from now on. */
    PreviewTable behind(Cell what) {
        cell = what;
        return this;
    }

    /** Draws the table; the heads are {@code headHeight} high and at least {@code narrow} wide. */
    void draw(
            Sketch s,
            double x,
            double y,
            double w,
            double h,
            List<String> heads,
            List<List<String>> sample,
            int headHeight,
            int narrow,
            Head head) {
        measure(s, heads, sample, narrow);
        fill(w - GUTTER - BAR);
        s.card(x, y, w, h);
        first = Math.max(0, Math.min(first, headers.size() - 1));
        down.sizes(rows.size() * ROW + 6, (int) h - headHeight - 14);
        double right = x + w - BAR;
        double at = x + GUTTER;
        int column = first;
        while (column < headers.size() && right - at >= LEAST_SHOWN) {
            double cw = Math.min(widths[column], right - at);
            head.draw(s, column, at, y, cw);
            cells(s, column, at, y + headHeight, cw, h - headHeight);
            s.pen().fill(at, y + 1, 1, h - 2, Palette.alpha(s.border(), 0x90));
            at += cw;
            column++;
        }
        if (right - at > 1) {
            s.pen().fill(at, y + 1, 1, h - 2, Palette.alpha(s.border(), 0x90));
        }
        shown = column - first;
        s.pen().rule(x + 1, y + headHeight, w - 2, s.border());
        lineNumbers(s, x, y + headHeight, h - headHeight);
        s.pen().push(x, y + headHeight);
        down.draw(s.pen(), (int) w, s.palette());
        s.pen().pop();
        sideBar(s, x + GUTTER, y + h - 9, w - GUTTER - 16);
    }

    private void cells(Sketch s, int column, double x, double y, double w, double h) {
        s.pen().push(0, 0);
        s.pen().clip(x, y + 1, w, h - 13);
        double room = w - 24;
        int top = down.offset() / ROW;
        for (int r = top; r < rows.size() && r <= top + h / ROW + 1; r++) {
            double baseline = y + r * ROW - down.offset() + 21;
            double rowTop = y + r * ROW - down.offset() + 3;
            if (rowTop + ROW > y + h - 9) {
                break; // half a row cannot be read
            }
            if (rowTop >= y) {
                cell.draw(s, r, column, x, rowTop, w, ROW);
            }
            List<String> row = rows.get(r);
            String text = column < row.size() ? row.get(column).replace('\n', ' ') : "";
            boolean empty = text.isEmpty();
            String shown = s.pen().shorten(empty ? "–" : text, 13, Weight.REGULAR, room);
            int ink = empty ? s.palette().faint() : s.ink();
            if (numbers[column]) {
                s.pen().text(x + w - 12, baseline, shown, 13, Weight.REGULAR, ink, Anchor.END);
            } else {
                s.pen().text(x + 12, baseline, shown, 13, Weight.REGULAR, ink);
            }
        }
        s.pen().pop();
    }

    private void lineNumbers(Sketch s, double x, double y, double h) {
        s.pen().push(0, 0);
        s.pen().clip(x, y + 1, GUTTER, h - 13);
        int top = down.offset() / ROW;
        for (int r = top; r < rows.size() && r <= top + h / ROW + 1; r++) {
            double baseline = y + r * ROW - down.offset() + 21;
            if (baseline - 18 + ROW > y + h - 9) {
                break;
            }
            s.pen()
                    .text(
                            x + GUTTER - 12,
                            baseline,
                            String.valueOf(r + 1),
                            11,
                            Weight.REGULAR,
                            s.palette().faint(),
                            Anchor.END);
        }
        s.pen().pop();
    }

    private void sideBar(Sketch s, double x, double y, double w) {
        if (shown < headers.size() && !headers.isEmpty()) {
            double part = w * shown / headers.size();
            int ink = Palette.alpha(s.quiet(), 0x70);
            s.pen().fillRound(x + w * first / headers.size(), y, Math.max(24, part), 5, 2.5, ink);
        }
    }

    private void measure(Sketch s, List<String> heads, List<List<String>> sample, int narrow) {
        if (heads.equals(headers) && sample.equals(rows) && narrow == narrowest) {
            return;
        }
        if (!heads.equals(headers)) {
            first = 0;
        }
        headers = heads;
        rows = sample;
        narrowest = narrow;
        widths = new double[heads.size()];
        natural = new double[heads.size()];
        numbers = new boolean[heads.size()];
        for (int c = 0; c < heads.size(); c++) {
            double widest = s.pen().width(heads.get(c), 13, Weight.MEDIUM) + 44;
            int figures = 0;
            int filled = 0;
            for (int r = 0; r < Math.min(MEASURED, rows.size()); r++) {
                String value = c < rows.get(r).size() ? rows.get(r).get(c) : "";
                widest = Math.max(widest, s.pen().width(value, 13, Weight.REGULAR) + 26);
                filled += value.isEmpty() ? 0 : 1;
                boolean figure =
                        NUMBER.matcher(value).matches() && !DATE.matcher(value).matches();
                figures += figure ? 1 : 0;
            }
            natural[c] = Math.ceil(Math.max(narrow, Math.min(MOST_WIDE, widest)));
            numbers[c] = filled > 0 && figures == filled;
        }
    }

    /** Long values get what room is left, evenly, as far as they need it. */
    private void fill(double room) {
        double left = room;
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.min(WIDEST, natural[c]);
            left -= widths[c];
        }
        for (int round = 0; round < widths.length && left >= 1; round++) {
            long longer = wanting();
            if (longer == 0) {
                return;
            }
            double each = Math.max(1, Math.floor(left / longer));
            for (int c = 0; c < widths.length && left >= 1; c++) {
                double more = Math.min(Math.min(each, left), natural[c] - widths[c]);
                if (more > 0) {
                    widths[c] += more;
                    left -= more;
                }
            }
        }
    }

    private long wanting() {
        long n = 0;
        for (int c = 0; c < widths.length; c++) {
            n += natural[c] > widths[c] ? 1 : 0;
        }
        return n;
    }

    /** Draws the name of a column as its values stand: numbers at the right. */
    void name(Sketch s, int column, double x, double y, double w) {
        String shown = s.pen().shorten(headers.get(column), 13, Weight.MEDIUM, w - 24);
        boolean right = column < numbers.length && numbers[column];
        s.pen()
                .text(
                        right ? x + w - 12 : x + 12,
                        y + 25,
                        shown,
                        13,
                        Weight.MEDIUM,
                        s.ink(),
                        right ? Anchor.END : Anchor.START);
    }

    /** Moves by some rows or columns; gives whether it moved. */
    boolean wheel(int lines, boolean sideways) {
        if (sideways) {
            return side(lines > 0 ? -1 : 1);
        }
        return down.to(down.offset() - lines * ROW);
    }

    /** Goes by columns; gives whether it moved. */
    boolean side(int by) {
        int before = first;
        first = Math.max(0, Math.min(first + by, Math.max(0, headers.size() - Math.max(1, shown))));
        return first != before;
    }

    /** Brings a column into view. */
    void reveal(int column) {
        if (column < first || column >= first + Math.max(1, shown)) {
            first = column;
        }
    }

    /** Whether there are columns at the left that cannot be seen. */
    boolean moreLeft() {
        return first > 0;
    }

    /** Whether there are columns at the right that cannot be seen. */
    boolean moreRight() {
        return first + shown < headers.size();
    }
}
