package org.clientele.platform.warehouse.csv;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of one plain chunk in memory, parted and typed as the warehouse stores them, so that the engine need not
 * read them as text again. One thread fills it, then others read it.
 */
public final class PlainRows {
    /** How many records fit: a row group of the engine. */
    static final int CAPACITY = 122_880;

    /** What stands among {@link #values} where the field is empty. */
    public static final long MISSING = PlainType.MISSING;

    private final List<PlainType> types;
    private final long[][] values;
    private final int[] textOf;
    private final int texts;
    private final int[] stops;
    private final Consumer<PlainRows> spare;
    private byte[] text = new byte[1 << 20];
    private int fields;
    private int size;
    private int records;

    /**
     * @param types of all columns
     * @param spare takes this when nobody reads it any more
     */
    PlainRows(List<PlainType> types, Consumer<PlainRows> spare) {
        this.types = types;
        this.spare = spare;
        this.values = new long[types.size()][];
        this.textOf = new int[types.size()];
        int n = 0;
        for (int c = 0; c < values.length; c++) {
            boolean isText = types.get(c).kind() == PlainType.Kind.TEXT;
            values[c] = new long[isText ? 0 : CAPACITY];
            textOf[c] = isText ? n++ : -1;
        }
        this.texts = n;
        this.stops = new int[n * CAPACITY];
    }

    /** The types of its columns. */
    public List<PlainType> types() {
        return types;
    }

    /** How many records it holds. */
    public int records() {
        return records;
    }

    /**
     * The values of a column that is no text, by record, not to be changed: numbers in units of their last digit, dates in
     * days and moments in microseconds since 1970, or {@link #MISSING}.
     */
    public long[] values(int column) {
        return values[column];
    }

    /** Fills {@code into} with texts of a column in UTF-8, null where the field is empty. */
    public void texts(int column, int firstRecord, byte[] @Nullable [] into) {
        int at = firstRecord * texts + textOf[column];
        byte[] last = new byte[0];
        for (int i = 0; i < into.length; i++, at += texts) {
            int stop = stops[at];
            if (stop < 0) {
                into[i] = null;
                continue;
            }
            int start = at == 0 ? 0 : place(stops[at - 1]);
            // Lines of one order follow each other.
            if (!Arrays.equals(last, 0, last.length, text, start, stop)) {
                last = Arrays.copyOfRange(text, start, stop);
            }
            into[i] = last;
        }
    }

    private static int place(int stop) {
        return stop < 0 ? ~stop : stop;
    }

    /** Says that nobody reads it any more. */
    public void release() {
        spare.accept(this);
    }

    void clear() {
        records = 0;
        fields = 0;
        size = 0;
    }

    /**
     * Takes one record.
     *
     * @param ends where its fields end
     * @return whether it was plain; if not, this is good for nothing before {@link #clear}
     */
    boolean add(byte[] buf, int start, int[] ends) {
        int from = start;
        for (int c = 0; c < ends.length; c++) {
            int to = ends[c];
            if (textOf[c] >= 0) {
                if (!addText(buf, from, to)) {
                    return false;
                }
            } else {
                long value = types.get(c).read(buf, from, to);
                if (value == PlainType.NOT_PLAIN) {
                    return false;
                }
                values[c][records] = value;
            }
            from = to + 1;
        }
        records++;
        return true;
    }

    private boolean addText(byte[] buf, int from, int to) {
        int length = to - from;
        if (text.length - size < length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, size + length));
        }
        int before = size;
        if (length > 0 && buf[from] == '"') {
            if (length == 1 || buf[to - 1] != '"') {
                return false;
            }
            unquote(buf, from + 1, to - 1);
        } else {
            if (holdsQuote(buf, from, to)) {
                return false;
            }
            System.arraycopy(buf, from, text, size, length);
            size += length;
        }
        stops[fields++] = size == before ? ~size : size;
        return true;
    }

    private static boolean holdsQuote(byte[] buf, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buf[i] == '"') {
                return true;
            }
        }
        return false;
    }

    private void unquote(byte[] buf, int from, int to) {
        byte[] into = text;
        int at = size;
        int i = from;
        while (i < to) {
            byte b = buf[i];
            into[at++] = b;
            i += b == '"' ? 2 : 1;
        }
        size = at;
    }
}
