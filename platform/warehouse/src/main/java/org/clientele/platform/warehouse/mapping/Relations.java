package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/** What the sources of one import are to each other: roles, and which column of one refers to which of another. */
final class Relations {
    private static final Texts TEXTS = Texts.of(Relations.class);

    private final List<Draft> drafts;
    private final List<JoinProposal> joins = new ArrayList<>();
    private final Set<Draft> categories = new LinkedHashSet<>();

    Relations(List<Draft> drafts) {
        this.drafts = drafts;
    }

    List<JoinProposal> joins() {
        return joins;
    }

    void find() {
        for (Draft d : drafts) {
            if (d.recipe == null) {
                category(d);
            }
        }
        nameCategories();
        for (Draft d : drafts) {
            if (d.lines() && d.recipe == null && d.role == Role.TABLE) {
                lineRole(d);
            }
        }
        for (Draft d : drafts) {
            if (d.lines() && d.recipe == null && d.role == Role.TABLE && payments(d)) {
                // What was paid is what was bought, and would count twice.
                d.role = Role.UNRECOGNISED;
            }
        }
        for (Draft d : drafts) {
            if (d.lines() && d.role != Role.RETURNS && d.role != Role.ORDER_HEADER) {
                fillFromOthers(d);
            }
        }
        references();
    }

    private static boolean goods(Draft d) {
        return d.has("product_id") || d.has("description") || d.has("quantity");
    }

    /** Whether nothing is known of what was bought, nor of its price. */
    static boolean bare(Draft d) {
        return !goods(d) && !d.has("unit_price") && !d.has("amount");
    }

    /** Whether rows are payments of orders whose lines another source has. */
    private boolean payments(Draft d) {
        boolean named = d.source.about().contains("payment")
                || List.of("ordered_at", "amount", "order_id").stream()
                        .map(d::place)
                        .anyMatch(at -> at >= 0 && d.source.meanings().get(at).contains("payment"));
        return named && !goods(d) && drafts.stream().anyMatch(o -> o != d && o.lines() && goods(o));
    }

    /** Orders that do not call their id so are known by it all the same: the lines of another source name it. */
    private void orderId(Draft d) {
        if (d.place("order_id") >= 0 || goods(d)) {
            return;
        }
        for (Draft o : drafts) {
            int there = o == d || !o.lines() || !goods(o) ? -1 : o.place("order_id");
            for (int i = 0; there >= 0 && i < d.source.headers().size(); i++) {
                ColumnProfile p = d.source.profiles().get(i);
                boolean named = d.source.meanings().get(i).contains("id");
                if (named
                        && p.variety() == 1
                        && d.source.nameable(i)
                        && overlap(o.source.profiles().get(there), p) >= 0.8) {
                    String header = d.source.headers().get(i);
                    d.columns.values().removeIf(header::equals);
                    d.columns.put("order_id", header);
                    d.doubts.add(TEXTS.get("relations.taken_for_order_id", header, o.input.name()));
                    return;
                }
            }
        }
    }

    private void lineRole(Draft d) {
        orderId(d);
        boolean others = drafts.stream().anyMatch(o -> o != d && o.lines() && o.has("order_id"));
        Set<String> about = new HashSet<>(d.source.about());
        boolean marked = d.source.meanings().stream().anyMatch(m -> m.contains("return"));
        boolean returns = about.contains("return") || marked && !d.has("ordered_at");
        if ((others || bare(d)) && d.has("order_id") && returns) {
            d.role = Role.RETURNS;
            d.constants.put("kind", "return");
            return;
        }
        boolean hasLines = drafts.stream()
                .anyMatch(o -> o != d && o.lines() && o.role != Role.RETURNS && o.has("order_id") && goods(o));
        if (d.has("order_id") && hasLines && !d.has("product_id") && !d.has("quantity") && !d.has("unit_price")) {
            d.role = Role.ORDER_HEADER;
            // The lines say what they are worth; the sum of an order would count twice.
            String amount = d.columns.get("amount");
            if (amount != null && linesHaveMoney(d)) {
                d.leaveOut("amount");
                d.doubts.add(TEXTS.get("relations.sum_order_whose_lines", amount));
            }
        }
    }

    private boolean linesHaveMoney(Draft header) {
        return drafts.stream().anyMatch(o -> o != header && o.lines() && goods(o))
                || drafts.stream().anyMatch(o -> o.entity.equals(CustomerModel.PRODUCT) && o.has("list_price"));
    }

    private void fillFromOthers(Draft d) {
        if (!d.has("order_id")) {
            return;
        }
        for (Draft header : drafts) {
            if (header.role != Role.ORDER_HEADER) {
                continue;
            }
            join(d, "order_id", header, "order_id", TEXTS.get("relations.each_line_belongs_order"));
            for (String column : List.of("ordered_at", "customer_id", "country", "channel", "currency")) {
                if (!d.has(column) && header.has(column)) {
                    d.lacking.add(column);
                }
            }
            if (!d.has("ordered_at")) {
                d.role = Role.LINES_WITHOUT_HEADER;
                if (!d.lacking.contains("ordered_at")) {
                    d.lacking.add("ordered_at");
                    d.doubts.add(TEXTS.get("relations.neither_nor_has_date", d.input.name(), header.input.name()));
                }
            }
        }
        boolean priced = drafts.stream().anyMatch(p -> p.entity.equals(CustomerModel.PRODUCT) && p.has("list_price"));
        if (!d.has("unit_price") && !d.has("amount") && d.has("product_id") && priced) {
            d.lacking.add("unit_price");
            d.doubts.add(TEXTS.get("relations.lines_have_no_price", d.input.name()));
            if (d.role == Role.TABLE) {
                d.role = Role.LINES_WITHOUT_PRICE;
            }
        }
    }

    /** A small table of ids and names that products refer to. */
    private void category(Draft d) {
        if (d.source.headers().size() > 4 || d.has("product_id") && d.entity.equals(CustomerModel.PRODUCT)) {
            return;
        }
        for (Draft p : drafts) {
            if (p == d || !p.entity.equals(CustomerModel.PRODUCT) || p.recipe != null) {
                continue;
            }
            for (int i = 0; i < d.source.headers().size(); i++) {
                String key = d.source.headers().get(i);
                int at = Headers.indexOf(p.source.headers(), key);
                ColumnProfile values = d.source.profiles().get(i);
                boolean about = d.source.meanings().get(i).contains("category")
                        || d.source.about().contains("category");
                if (at < 0 || !about || !values.empty() && values.variety() < 0.98) {
                    continue;
                }
                int name = nameColumn(d, i);
                if (name < 0) {
                    continue;
                }
                d.match = null;
                d.entity = CustomerModel.PRODUCT;
                d.role = Role.PRODUCT_CATEGORY;
                d.columns.clear();
                d.columns.put("category", d.source.headers().get(name));
                d.doubts.clear();
                categories.add(d);
                joins.add(new JoinProposal(
                        p.input.name(),
                        p.source.headers().get(at),
                        d.input.name(),
                        key,
                        overlap(p.source.profiles().get(at), values),
                        TEXTS.get("relations.both_call_each_value", key, d.input.name())));
                return;
            }
        }
    }

    private static int nameColumn(Draft d, int key) {
        int found = -1;
        for (int i = 0; i < d.source.headers().size(); i++) {
            ColumnProfile p = d.source.profiles().get(i);
            boolean text = p.empty() || p.number() < 0.5;
            if (i != key && text && (found < 0 || d.source.meanings().get(i).contains("name"))) {
                found = i;
            }
        }
        return found;
    }

    /** Of two kinds of category the coarser is the category, the finer the subcategory. */
    private void nameCategories() {
        List<Draft> coarse = new ArrayList<>(categories);
        coarse.sort(Comparator.comparingInt(d -> d.source.sample().size()));
        for (int i = 1; i < coarse.size(); i++) {
            Draft d = coarse.get(i);
            String header = d.columns.remove("category");
            if (header != null && i == 1) {
                d.columns.put("subcategory", header);
            }
        }
        for (JoinProposal j : joins) {
            for (Draft p : drafts) {
                if (p.input.name().equals(j.left()) && p.entity.equals(CustomerModel.PRODUCT)) {
                    for (String c : List.of("category", "subcategory")) {
                        if (j.leftColumn().equalsIgnoreCase(p.columns.get(c))) {
                            p.leaveOut(c);
                        }
                    }
                    drafts.stream()
                            .filter(c -> c.input.name().equals(j.right()))
                            .forEach(c -> c.columns.keySet().stream()
                                    .filter(col -> !p.has(col) && !p.lacking.contains(col))
                                    .forEach(p.lacking::add));
                }
            }
        }
    }

    /** What refers to the key of a table that another source fills. */
    private void references() {
        for (Draft d : drafts) {
            if (d.role == Role.UNRECOGNISED || d.role == Role.PRODUCT_CATEGORY) {
                continue;
            }
            CustomerModel.Table table = CustomerModel.standard().table(d.entity);
            for (Map.Entry<String, String> e : table.references().entrySet()) {
                for (Draft o : drafts) {
                    boolean filled = o != d && o.role == Role.TABLE && o.entity.equals(e.getValue());
                    String key = CustomerModel.standard().table(e.getValue()).key();
                    if (filled && d.place(e.getKey()) >= 0 && o.place(key) >= 0) {
                        join(d, e.getKey(), o, key, TEXTS.get("relations.each_may_name", table.label(), e.getValue()));
                    }
                }
            }
            if (d.role == Role.RETURNS || d.entity.equals("ticket") || d.entity.equals("feedback")) {
                drafts.stream()
                        .filter(o -> o != d && o.lines() && o.role != Role.RETURNS && o.place("order_id") >= 0)
                        .filter(o -> d.place("order_id") >= 0)
                        .min(Comparator.comparing(o -> o.role != Role.ORDER_HEADER))
                        .ifPresent(o -> join(d, "order_id", o, "order_id", TEXTS.get("relations.names_orders")));
            }
        }
    }

    private void join(Draft left, String leftColumn, Draft right, String rightColumn, String reason) {
        int l = left.place(leftColumn);
        int r = right.place(rightColumn);
        if (l < 0 || r < 0) {
            return;
        }
        double overlap =
                overlap(left.source.profiles().get(l), right.source.profiles().get(r));
        joins.add(new JoinProposal(
                left.input.name(),
                left.source.headers().get(l),
                right.input.name(),
                right.source.headers().get(r),
                overlap,
                TEXTS.get(
                        "relations.overlap",
                        reason,
                        String.format(Locale.ROOT, "%.0f", 100 * overlap),
                        left.source.headers().get(l),
                        right.input.name())));
    }

    private static double overlap(ColumnProfile left, ColumnProfile right) {
        Set<String> there = new HashSet<>();
        right.distinct().forEach(v -> there.add(v.strip()));
        return left.distinct().isEmpty()
                ? 0
                : left.distinct().stream()
                                .filter(v -> there.contains(v.strip()))
                                .count()
                        / (double) left.distinct().size();
    }
}
