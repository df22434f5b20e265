package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The best one-to-one mapping of a source's columns to those of one table. */
final class TableMatch {
    private static final Texts TEXTS = Texts.of(TableMatch.class);

    /** Below this a column is not mapped. */
    static final double LEAST = 0.55;
    /** From here on nobody need ask. */
    static final double SURE = 0.8;

    private static final double OWN = 1;
    private static final double ASIDE = 0.97;
    private static final double OFF_BY = 0.011;

    private final Source source;
    private final CustomerModel.Table table;
    private final double[][] score;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private boolean adds;

    /** A source with what its columns are like. */
    record Source(
            String name,
            List<String> headers,
            List<List<String>> sample,
            List<List<String>> meanings,
            List<List<String>> plainly,
            List<List<String>> words,
            List<ColumnProfile> profiles) {
        static Source of(String name, List<String> headers, List<List<String>> sample) {
            List<ColumnProfile> profiles = new ArrayList<>();
            List<List<String>> meanings = new ArrayList<>();
            List<List<String>> plainly = new ArrayList<>();
            List<List<String>> words = new ArrayList<>();
            for (int i = 0; i < headers.size(); i++) {
                profiles.add(ColumnProfile.of(sample, i));
                meanings.add(Lexicon.get().meaning(headers.get(i)));
                plainly.add(Lexicon.get().plainMeaning(headers.get(i)));
                words.add(Lexicon.words(headers.get(i)));
            }
            return new Source(name, headers, sample, meanings, plainly, words, profiles);
        }

        /** Whether it is the first of that name, and can be told from a template. */
        boolean nameable(int at) {
            String header = headers.get(at);
            if (header.contains("{") || header.contains("}") || header.isBlank()) {
                return false;
            }
            for (int i = 0; i < at; i++) {
                if (headers.get(i).equalsIgnoreCase(header)) {
                    return false;
                }
            }
            return true;
        }

        /** The meaning of the file's own name. */
        List<String> about() {
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            String file = last.replaceAll("\\.(csv|txt|tsv|gz|zip|xlsx|parquet)", "");
            return Lexicon.get().meaning(file);
        }
    }

    TableMatch(Source source, CustomerModel.Table table) {
        this.source = source;
        this.table = table;
        int width = source.headers().size();
        List<ColumnSpec> specs = table.columns();
        score = new double[specs.size()][width];
        boolean[] nameable = new boolean[width];
        for (int i = 0; i < width; i++) {
            nameable[i] = source.nameable(i);
        }
        for (int c = 0; c < specs.size(); c++) {
            List<String> name = Lexicon.words(specs.get(c).name());
            for (int i = 0; i < width; i++) {
                score[c][i] = nameable[i] ? scored(specs.get(c), name, i) : 0;
            }
        }
        keepOwn();
        assign();
        if (table.name().equals(CustomerModel.ORDER_LINE)) {
            new LineColumns(this).settle();
            multiply();
        } else if (table.name().equals(CustomerModel.CUSTOMER)) {
            addressed();
        }
    }

    /** A column that has the name of one of the model's is no other one of that table. */
    private void keepOwn() {
        for (int c = 0; c < score.length; c++) {
            List<String> name = Lexicon.words(table.columns().get(c).name());
            for (int i = 0; i < score[c].length; i++) {
                if (score[c][i] >= LEAST && source.words().get(i).equals(name)) {
                    for (int other = 0; other < score.length; other++) {
                        score[other][i] = other == c ? score[c][i] : 0;
                    }
                }
            }
        }
    }

    /** @param name the words of the model's column */
    private double scored(ColumnSpec spec, List<String> name, int i) {
        double named = named(spec.name(), i);
        boolean own = source.words().get(i).equals(name);
        if (own) {
            named = 1;
        }
        if (named < LEAST) {
            return 0;
        }
        double factor = Evidence.factor(table, spec, source.profiles().get(i));
        // Who uses the model's own word means it; what does not fit is a reject then, not another column.
        double all = named * (own ? Math.max(OWN, factor) : factor);
        // Of equals the earlier one, as people put first what matters.
        return all < LEAST ? 0 : Math.min(1, all) - i * 1e-6;
    }

    /** How surely a header means a column; what stands in brackets may be left away, at a small discount. */
    private double named(String column, int i) {
        ColumnNames names = ColumnNames.get();
        double whole = names.score(table.name(), column, source.meanings().get(i));
        return Math.max(
                whole,
                ASIDE * names.score(table.name(), column, source.plainly().get(i)));
    }

    /** The place of the column that is assigned, or -1. */
    int place(String column) {
        return columns.getOrDefault(column, -1);
    }

    /** Says how surely a source's column is one of the table, by what its rows say. */
    void set(String column, int at, double sure) {
        score[index(column)][at] = sure;
    }

    double score(String column, int at) {
        return score[index(column)][at];
    }

    /** Whether the values may be meant, whatever the header says. */
    boolean plausible(String column) {
        Integer at = columns.get(column);
        ColumnSpec spec = table.find(column).orElse(null);
        return at == null
                || spec == null
                || Evidence.factor(table, spec, source.profiles().get(at)) > 0.1;
    }

    /** Whether the values of the key, as far as there are any, are mostly different. */
    boolean identifies() {
        Integer at = columns.get(table.key());
        ColumnProfile p = at == null ? null : source.profiles().get(at);
        return p == null || p.values().size() < 20 || p.variety() >= 0.7;
    }

    void assign() {
        columns.clear();
        int[] best = Assignment.best(score);
        for (int c = 0; c < best.length; c++) {
            if (best[c] >= 0) {
                columns.put(table.columns().get(c).name(), best[c]);
            }
        }
    }

    /** Who has an e-mail address and no number is known by the address. */
    private void addressed() {
        Integer email = columns.get("email");
        if (email != null && !columns.containsKey("customer_id") && score[index("email")][email] >= SURE) {
            score[index("customer_id")][email] = 0.7;
            columns.put("customer_id", email);
        }
    }

    /** Quantity times price is the amount: where that holds in the rows, it says which column is which. */
    private void multiply() {
        Integer quantity = columns.get("quantity");
        if (quantity == null) {
            return;
        }
        double[] q = source.profiles().get(quantity).numbers();
        List<Integer> money = new ArrayList<>();
        for (int i = 0; i < source.headers().size() && money.size() < 12; i++) {
            if (i != quantity
                    && source.profiles().get(i).number() > 0.9
                    && source.nameable(i)
                    && score[index("order_id")][i] < SURE
                    && score[index("customer_id")][i] < SURE) {
                money.add(i);
            }
        }
        for (int price : money) {
            for (int amount : money) {
                if (price != amount
                        && product(q, numbers(price), numbers(amount))
                        && (meant("unit_price", price) || meant("amount", amount))
                        && columns.getOrDefault("unit_price", price) == price | !adds) {
                    score[index("unit_price")][price] = Math.max(score[index("unit_price")][price], 0.97);
                    score[index("amount")][amount] = Math.max(score[index("amount")][amount], 0.97);
                    adds = true;
                    assign();
                    return;
                }
            }
        }
    }

    /** Whether quantity times unit price is the amount, as far as the rows say; true if they say nothing. */
    boolean multiplies() {
        Integer quantity = columns.get("quantity");
        Integer price = columns.get("unit_price");
        Integer amount = columns.get("amount");
        return quantity == null
                || price == null
                || amount == null
                || source.sample().isEmpty()
                || adds
                || product(numbers(quantity), numbers(price), numbers(amount));
    }

    private boolean meant(String column, int at) {
        return score[index(column)][at] > 0;
    }

    private double[] numbers(int at) {
        return source.profiles().get(at).numbers();
    }

    private static boolean product(double[] q, double[] price, double[] amount) {
        int rows = 0;
        int telling = 0;
        int right = 0;
        for (int r = 0; r < q.length; r++) {
            double expected = q[r] * price[r];
            if (Double.isNaN(expected) || Double.isNaN(amount[r])) {
                continue;
            }
            rows++;
            telling += Math.abs(q[r]) != 1 && price[r] != 0 ? 1 : 0;
            right += Math.abs(expected - amount[r]) < OFF_BY ? 1 : 0;
        }
        return rows > 0 && telling > 0 && right >= 0.95 * rows;
    }

    private int index(String column) {
        for (int c = 0; c < table.columns().size(); c++) {
            if (table.columns().get(c).name().equals(column)) {
                return c;
            }
        }
        return -1;
    }

    CustomerModel.Table table() {
        return table;
    }

    /** Model column to the source's column. */
    Map<String, Integer> columns() {
        return columns;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    double score(String column) {
        Integer at = columns.get(column);
        return at == null ? 0 : score[index(column)][at];
    }

    /** How much of the source the table explains. */
    double sum() {
        return columns.keySet().stream().mapToDouble(this::score).sum();
    }

    /** The required columns that are not there. */
    List<String> missing() {
        return table.required().stream().filter(c -> !has(c)).toList();
    }

    /** Why a column is where it is. */
    String why(String column) {
        int at = columns.getOrDefault(column, 0);
        double named = named(column, at);
        String name = source.words().get(at).equals(Lexicon.words(column))
                ? TEXTS.get("table.match.header_very_name")
                : named >= 0.9
                        ? TEXTS.get(
                                "table.match.header_says",
                                String.join(" ", source.meanings().get(at)))
                        : TEXTS.get("table.match.header_may_mean");
        String values = source.profiles().get(at).sentence();
        boolean money = adds && Set.of("unit_price", "amount").contains(column);
        return money ? TEXTS.get("table.match.money", name) : TEXTS.get("table.match.and", name, values);
    }

    /** A sentence if another column could be meant as well, or the header only may mean it; else null. */
    @Nullable
    String doubt(String column) {
        int at = columns.getOrDefault(column, 0);
        int row = index(column);
        double mine = score[row][at];
        int rival = -1;
        for (int i = 0; i < score[row].length; i++) {
            if (i != at && !columns.containsValue(i) && (rival < 0 || score[row][i] > score[row][rival])) {
                rival = i;
            }
        }
        boolean close = rival >= 0 && score[row][rival] >= LEAST && mine - score[row][rival] < 0.08;
        if (mine >= SURE && !close) {
            return null;
        }
        String what = TEXTS.get("table.match.taken_for_s", source.headers().get(at), column, table.label());
        return close
                ? TEXTS.get("table.match.rival", what, source.headers().get(rival))
                : TEXTS.get("table.match.uncertain", what, String.format(Locale.ROOT, "%.0f", 100 * mine));
    }

    /** Whether all values of a money column are shares of one or of a hundred with a percent sign. */
    boolean rate(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            return false;
        }
        ColumnProfile p = source.profiles().get(at);
        boolean percent = p.values().stream().allMatch(v -> v.contains("%"));
        boolean named = source.meanings().get(at).contains("percent") && p.fraction() == 0;
        boolean cents = p.values().size() < 50 && p.values().stream().allMatch(v -> v.matches(".*[.,]\\d{2}\\D*"));
        boolean share = p.smallest() >= 0 && p.largest() <= 1 && p.largest() > 0 && p.fraction() > 0 && !cents;
        return !p.empty() && (percent || named || share);
    }

    void drop(String column) {
        columns.remove(column);
    }

    Source source() {
        return source;
    }

    boolean typed(String column) {
        return table.find(column).map(s -> s.type() != ColumnType.TEXT).orElse(false);
    }
}
