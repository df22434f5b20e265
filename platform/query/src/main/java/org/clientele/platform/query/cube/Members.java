package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.clientele.platform.query.MemberText;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dimension in the order in which the warehouse sorts them, unknown last. Each is known by its place.
 *
 * @param type of the members
 * @param known those that are known, ascending, as {@link Column#valueAt} gives them
 * @param unknown whether the unknown member is among them
 */
record Members(ColumnType type, List<Object> known, boolean unknown) {
    private static final Texts TEXTS = Texts.of(Members.class);

    // Texts in order of their bytes in UTF-8, which is that of their code points and not that of Java's chars.
    private static final Comparator<Object> ORDER =
            (a, b) -> a instanceof String s ? texts(s, (String) b) : plain(a, b);

    @SuppressWarnings("unchecked")
    private static int plain(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static int texts(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean pair = Character.isSurrogate(x) != Character.isSurrogate(y);
                return pair ? Character.isSurrogate(x) ? 1 : -1 : Character.compare(x, y);
            }
        }
        return a.length() - b.length();
    }

    /**
     * Members, and which one each of some rows, or of other members, has.
     *
     * @param members in order
     * @param at their places
     */
    record Coded(Members members, int[] at) {}

    static Coded of(Column column) {
        int[] codes = new int[column.size()];
        List<Object> words = column.type() == ColumnType.TEXT ? texts(column, codes) : numbers(column, codes);
        Coded coded = of(column.type(), words, column.nullCount() > 0);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? coded.members().known().size() : coded.at()[codes[row]];
        }
        return new Coded(coded.members(), codes);
    }

    /** The members of numbers among some texts, from 1. */
    static Coded of(Column numbers, List<String> among) {
        Coded coded = of(ColumnType.TEXT, among, numbers.nullCount() > 0);
        int[] at = new int[numbers.size()];
        for (int row = 0; row < at.length; row++) {
            at[row] = numbers.isNull(row) ? coded.members().known().size() : coded.at()[(int) numbers.longAt(row) - 1];
        }
        return new Coded(coded.members(), at);
    }

    private static List<Object> texts(Column column, int[] codes) {
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.codeAt(row);
        }
        return List.copyOf(column.dictionary());
    }

    private static List<Object> numbers(Column column, int[] codes) {
        List<Object> distinct = new ArrayList<>();
        Map<Long, Integer> codeOf = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            if (column.isNull(row)) {
                codes[row] = -1;
                continue;
            }
            long bits = column.type() == ColumnType.DOUBLE
                    ? Double.doubleToLongBits(column.doubleAt(row))
                    : column.longAt(row);
            Integer code = codeOf.get(bits);
            if (code == null) {
                code = distinct.size();
                codeOf.put(bits, code);
                distinct.add(Objects.requireNonNull(column.valueAt(row)));
            }
            codes[row] = code;
        }
        return distinct;
    }

    private static Coded of(ColumnType type, List<? extends @Nullable Object> values, boolean unknown) {
        TreeSet<Object> distinct = new TreeSet<>(ORDER);
        for (Object v : values) {
            if (v != null) {
                distinct.add(v);
            }
        }
        Members members = new Members(type, List.copyOf(distinct), unknown);
        int[] at = new int[values.size()];
        for (int i = 0; i < at.length; i++) {
            Object v = values.get(i);
            at[i] = v == null ? distinct.size() : members.find(v);
        }
        return new Coded(members, at);
    }

    /** These under other names, several of which may be one: days as months. */
    Coded renamed(UnaryOperator<Object> name) {
        List<@Nullable Object> names = new ArrayList<>(known.size() + 1);
        known.forEach(k -> names.add(name.apply(k)));
        if (unknown) {
            names.add(null);
        }
        return of(type, names, unknown);
    }

    /** These and others in one order. */
    Members with(Members others) {
        TreeSet<Object> all = new TreeSet<>(ORDER);
        all.addAll(known);
        all.addAll(others.known);
        return new Members(type, List.copyOf(all), unknown || others.unknown);
    }

    /** Where each of these is among {@code all}, which has all of them. */
    int[] within(Members all) {
        int[] at = new int[size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = i == known.size() ? all.known.size() : all.find(known.get(i));
        }
        return at;
    }

    int size() {
        return known.size() + (unknown ? 1 : 0);
    }

    @Nullable
    Object get(int at) {
        return at == known.size() ? null : known.get(at);
    }

    /** The place of a member, or a negative number as {@link java.util.Collections#binarySearch} gives it. */
    private int find(Object member) {
        return java.util.Collections.binarySearch(known, member, ORDER);
    }

    /**
     * The picked members as runs of places: from, to, from, to, ...; ends are not in. Ascending, none touches another.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if the filter is neither a range nor members, or not of the type
     */
    int[] picked(Filter filter) {
        if (filter instanceof Filter.Range range) {
            int first = range.from() == null ? 0 : place(range.dimension(), range.from(), false);
            int last = range.to() == null ? known.size() : place(range.dimension(), range.to(), true);
            return first < last ? new int[] {first, last} : new int[0];
        }
        if (!(filter instanceof Filter.Members picked)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("members.brush_picks_range_members_dimension", filter));
        }
        boolean[] in = new boolean[size()];
        for (String m : picked.members()) {
            if (m != null) {
                int at = find(read(picked.dimension(), m));
                if (at >= 0) {
                    in[at] = true;
                }
            } else if (unknown) {
                in[known.size()] = true;
            }
        }
        for (int i = 0; picked.exclude() && i < in.length; i++) {
            in[i] = !in[i];
        }
        return runs(in);
    }

    /** How many members come before one, or up to it and with it. */
    private int place(String dimension, String member, boolean with) {
        int at = find(read(dimension, member));
        return at < 0 ? -at - 1 : with ? at + 1 : at;
    }

    private static int[] runs(boolean[] in) {
        int[] runs = new int[in.length + 1];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] && (i == 0 || !in[i - 1])) {
                runs[n++] = i;
            }
            if (in[i] && (i + 1 == in.length || !in[i + 1])) {
                runs[n++] = i + 1;
            }
        }
        return Arrays.copyOf(runs, n);
    }

    private Object read(String dimension, String text) {
        return MemberText.literal(dimension, text, new ValueType(type, 0)).value();
    }
}
