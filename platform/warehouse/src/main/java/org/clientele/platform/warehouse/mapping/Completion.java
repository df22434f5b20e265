package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.platform.warehouse.mapping.TableMatch.Source;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/** Fills what a source does not have with templates and constants, and says so. */
final class Completion {
    private static final Texts TEXTS = Texts.of(Completion.class);

    private static final Set<String> CENTS = Set.of("cent", "cents", "pence", "pennies", "centimes", "centavos");

    private Completion() {}

    /** What any table may need: a name of two parts, a moment of two columns, a currency that stands in a header. */
    static void any(Draft d) {
        TableMatch m = d.match;
        if (m == null) {
            return;
        }
        Source s = d.source;
        if (d.entity.equals(CustomerModel.CUSTOMER)) {
            int first = meaning(s, Set.of("first", "name"));
            int last = meaning(s, Set.of("last", "name"));
            if (first >= 0 && last >= 0) {
                d.leaveOut("name");
                d.columns.put(
                        "name",
                        "{" + s.headers().get(first) + "} {" + s.headers().get(last) + "}");
            }
        }
        String time = m.table().time();
        if (!time.isEmpty() && !d.has(time)) {
            threeColumns(d, time);
        }
        int day = d.place(time);
        if (day >= 0 && s.profiles().get(day).values().stream().noneMatch(v -> v.contains(":"))) {
            for (int i = 0; i < s.headers().size(); i++) {
                if (s.profiles().get(i).clock() > 0.9
                        && s.nameable(i)
                        && (s.meanings().get(i).contains("clock")
                                || s.meanings().get(i).contains("date"))) {
                    d.columns.put(
                            time,
                            "{" + s.headers().get(day) + "} {" + s.headers().get(i) + "}");
                    d.doubts.add(TEXTS.get(
                            "completion.put_together",
                            time,
                            s.headers().get(day),
                            s.headers().get(i)));
                    break;
                }
            }
        }
        boolean money = m.table().find("currency").isPresent();
        if (money && !d.has("currency")) {
            Set<String> seen = currencies(d);
            if (seen.size() == 1) {
                d.constants.put("currency", seen.iterator().next());
            } else if (d.lines()) {
                d.doubts.add(
                        seen.isEmpty()
                                ? TEXTS.get("completion.file_says_no_currency")
                                : TEXTS.get("completion.file_names_several_currencies", String.join(", ", seen)));
            }
        }
        for (String column : m.columns().keySet()) {
            String doubt = m.doubt(column);
            if (doubt != null) {
                d.doubts.add(doubt);
            }
        }
        twice(d);
        cents(d, m);
    }

    /** A day of which year, month and day stand in columns of their own. */
    private static void threeColumns(Draft d, String time) {
        Source s = d.source;
        int[] at = {-1, -1, -1};
        for (int i = 0; i < s.headers().size(); i++) {
            ColumnProfile p = s.profiles().get(i);
            List<String> meaning = s.meanings().get(i);
            if (p.whole() < 0.99 || !s.nameable(i)) {
                continue;
            }
            boolean small = p.smallest() >= 1 && p.largest() <= 31;
            if (meaning.equals(List.of("year")) && p.smallest() >= 1900 && p.largest() <= 2100) {
                at[0] = i;
            } else if (meaning.equals(List.of("month")) && small && p.largest() <= 12) {
                at[1] = i;
            } else if (meaning.equals(List.of("date")) && small) {
                at[2] = i;
            }
        }
        if (at[0] >= 0 && at[1] >= 0 && at[2] >= 0) {
            String day = "{" + s.headers().get(at[0]) + "}-{" + s.headers().get(at[1]) + "}-{"
                    + s.headers().get(at[2]) + "}";
            d.columns.put(time, day);
            d.doubts.add(TEXTS.get("completion.put_together_year_month", time));
        }
    }

    private static void cents(Draft d, TableMatch m) {
        for (String column : List.copyOf(d.columns.keySet())) {
            int at = d.place(column);
            boolean money = m.table().find(column).map(c -> c.unit().isMoney()).orElse(false);
            if (at < 0 || !money) {
                continue;
            }
            boolean named = Lexicon.words(d.source.headers().get(at)).stream().anyMatch(CENTS::contains);
            ColumnProfile p = d.source.profiles().get(at);
            if (named
                    && !p.empty()
                    && p.values().stream().allMatch(v -> v.strip().matches("[+-]?\\d+"))) {
                d.formats.put(column, FormatSql.CENTS);
                d.doubts.add(TEXTS.get("completion.cents_hundred_them_one", d.header(column)));
            }
        }
    }

    private static void twice(Draft d) {
        List<String> headers = d.source.headers();
        for (String header : d.columns.values()) {
            if (headers.stream().filter(header::equalsIgnoreCase).count() > 1) {
                d.doubts.add(TEXTS.get("completion.several_columns_called_first", header));
            }
        }
    }

    private static Set<String> currencies(Draft d) {
        Set<String> seen = new TreeSet<>();
        Source s = d.source;
        for (Map.Entry<String, String> e : d.columns.entrySet()) {
            int at = d.place(e.getKey());
            TableMatch m = d.match;
            boolean money = m != null
                    && m.table().find(e.getKey()).map(c -> c.unit().isMoney()).orElse(false);
            if (at >= 0 && money) {
                seen.add(Lexicon.currency(s.headers().get(at)));
                s.profiles().get(at).distinct().stream().limit(20).forEach(v -> seen.add(ofValue(v)));
            }
        }
        seen.remove("");
        return seen;
    }

    private static String ofValue(String value) {
        String letters = value.replaceAll("[^A-Z]", "");
        return letters.length() == 3 ? Lexicon.currency(letters) : Lexicon.sign(value);
    }

    private static int meaning(Source s, Set<String> words) {
        for (int i = 0; i < s.headers().size(); i++) {
            List<String> meaning = new ArrayList<>(s.meanings().get(i));
            meaning.removeAll(List.of("customer", "contact"));
            if (meaning.size() == words.size() && words.containsAll(meaning) && s.nameable(i)) {
                return i;
            }
        }
        return -1;
    }

    /** What order lines need, so far as no other source has it. */
    static void lines(Draft d) {
        TableMatch m = d.match;
        if (m != null) {
            money(d, m);
        }
        if (!d.has("order_id")) {
            order(d);
        }
        if (!d.has("ordered_at") && !d.lacking.contains("ordered_at")) {
            d.lacking.add("ordered_at");
            d.doubts.add(TEXTS.get("completion.file_has_no_date"));
        }
        if (!d.has("quantity")) {
            d.constants.put("quantity", "1");
            d.doubts.add(TEXTS.get("completion.file_has_no_quantity"));
        }
        boolean price = d.has("unit_price");
        boolean amount = d.has("amount");
        if (!amount && price) {
            d.doubts.add(TEXTS.get("completion.amount_quantity_times_unit"));
        }
        if (!price && amount) {
            d.doubts.add(TEXTS.get("completion.unit_price_amount_divided"));
        }
        if (!price && !amount && !d.lacking.contains("unit_price")) {
            d.lacking.add("unit_price");
            d.doubts.add(TEXTS.get("completion.file_has_neither_unit"));
        }
        gross(d);
        if (!d.has("customer_id") && !d.lacking.contains("customer_id")) {
            d.doubts.add(TEXTS.get("completion.file_has_no_customer"));
        }
        if (!d.has("product_id")) {
            product(d);
        }
    }

    private static void product(Draft d) {
        int at = d.place("description");
        // What is said once each is no name of a product, unless the header says that it is.
        boolean named = at >= 0
                && (d.source.meanings().get(at).contains("product")
                        || d.source.profiles().get(at).distinct().size() * 2
                                <= d.source.profiles().get(at).values().size());
        if (named) {
            String name = d.header("description");
            d.columns.put("product_id", "{" + name + "}");
            d.doubts.add(TEXTS.get("completion.file_has_no_product", name));
        } else {
            d.doubts.add(TEXTS.get("completion.file_has_no_product_2"));
        }
    }

    private static void money(Draft d, TableMatch m) {
        for (String column : List.of("discount", "tax")) {
            if (m.rate(column)) {
                d.doubts.add(TEXTS.get("completion.rate_not_amount_money", d.header(column)));
                d.leaveOut(column);
            }
        }
        if (!m.multiplies()) {
            String amount = d.header("amount");
            ColumnProfile sums = d.source.profiles().get(d.place("amount"));
            if (m.score("amount") < TableMatch.SURE || sums.values().size() < sums.rows()) {
                d.leaveOut("amount");
                d.doubts.add(TEXTS.get("completion.not_quantity_times_unit", amount));
            } else {
                d.doubts.add(TEXTS.get("completion.not_quantity_times_unit_2", amount));
            }
        }
    }

    private static void order(Draft d) {
        if (d.place("customer_id") >= 0 && d.has("ordered_at")) {
            String date = d.header("ordered_at");
            String day = date.contains("{") ? date : "{" + date + "}";
            d.columns.put("order_id", "{" + d.header("customer_id") + "}-" + day);
            d.doubts.add(TEXTS.get("completion.file_has_no_order"));
        } else {
            d.columns.put("order_id", "{#}");
            d.doubts.add(TEXTS.get("completion.file_has_no_order_2"));
        }
    }

    private static void gross(Draft d) {
        int at = d.place("amount");
        if (at >= 0 && d.source.meanings().get(at).contains("gross")) {
            d.doubts.add(TEXTS.get("completion.seems_include_tax_amount", d.header("amount")));
        }
    }
}
