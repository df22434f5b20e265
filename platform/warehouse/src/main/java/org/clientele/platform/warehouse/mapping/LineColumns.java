package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.platform.warehouse.mapping.TableMatch.Source;

/** Settles by the rows which columns of order lines are what, where headers mislead. */
final class LineColumns {
    private static final double BY_ROWS = 0.97;
    private static final double LIKELY = 0.9;
    private static final double FILLED = 0.9;
    private static final double PERHAPS = 0.75;

    private final TableMatch match;
    private final Source source;
    private final LineEvidence rows;

    LineColumns(TableMatch match) {
        this.match = match;
        this.source = match.source();
        this.rows = new LineEvidence(source);
    }

    void settle() {
        if (source.sample().isEmpty()) {
            return;
        }
        everywhere();
        places();
        customers();
        wholeOrders();
        counts();
        grown();
    }

    /** An id that most rows lack, as where only the first line of an order has it, is none of lines. */
    private void everywhere() {
        int order = match.place("order_id");
        if (order < 0
                || source.profiles().get(order).values().size()
                        >= FILLED * source.sample().size()) {
            return;
        }
        for (int i = 0; i < source.headers().size(); i++) {
            boolean full =
                    source.profiles().get(i).values().size() == source.sample().size();
            if (i != order && full && match.score("order_id", i) >= TableMatch.LEAST) {
                match.set("order_id", order, 0);
                match.assign();
                return;
            }
        }
    }

    /** Numbers that start at 1 in each order are places of lines, not products. */
    private void places() {
        int product = match.place("product_id");
        if (product >= 0 && match.score("product_id") < 1 && rows.numbersLines(product)) {
            match.set("product_id", product, 0);
            match.set("line_no", product, LIKELY);
            match.assign();
        }
    }

    /** An "id" that comes again on other days is the customer's. */
    private void customers() {
        int order = match.place("order_id");
        int moment = match.place("ordered_at");
        boolean vague = order >= 0 && Set.of("id").containsAll(source.meanings().get(order));
        if (vague && moment >= 0 && rows.onSeveralDays(order, moment)) {
            match.set("order_id", order, 0);
            match.set("customer_id", order, Math.max(PERHAPS, match.score("customer_id", order)));
            match.assign();
        }
    }

    private boolean isMoney(int at) {
        return source.profiles().get(at).number() > 0.9 && source.nameable(at);
    }

    /** What each line of an order repeats is the order's; a column that adds up to it is the line's. */
    private void wholeOrders() {
        int order = match.place("order_id");
        if (order < 0) {
            return;
        }
        List<Integer> totals = new ArrayList<>();
        for (int i = 0; i < source.headers().size(); i++) {
            if (i != order && isMoney(i) && rows.ofOrder(order, i)) {
                totals.add(i);
            }
        }
        for (int total : totals) {
            for (String column : List.of("amount", "unit_price", "discount", "tax", "cost")) {
                match.set(column, total, 0);
            }
        }
        if (!totals.isEmpty()) {
            match.assign();
            added(order, totals);
        }
    }

    private void added(int order, List<Integer> totals) {
        int quantity = match.place("quantity");
        for (int total : totals) {
            for (int i = 0; i < source.headers().size(); i++) {
                if (i == order || i == quantity || totals.contains(i) || !isMoney(i)) {
                    continue;
                }
                boolean price = quantity >= 0 && rows.sumsTo(order, total, i, quantity);
                boolean amount = rows.sumsTo(order, total, i, -1);
                if (price != amount) {
                    match.set(price ? "unit_price" : "amount", i, BY_ROWS);
                    match.set("cost", i, 0);
                    match.assign();
                    return;
                }
            }
        }
    }

    /** Small whole numbers beside prices count pieces, even if they are called an amount. */
    private void counts() {
        int amount = match.place("amount");
        int price = match.place("unit_price");
        if (match.place("quantity") < 0 && amount >= 0 && price >= 0 && rows.counts(amount, price)) {
            match.set("amount", amount, 0);
            match.set("quantity", amount, LIKELY);
            match.assign();
        }
    }

    /** One column of money alone: whether it grows with the quantity says what it is of. */
    private void grown() {
        int quantity = match.place("quantity");
        int price = match.place("unit_price");
        int amount = match.place("amount");
        int product = match.place("product_id") >= 0 ? match.place("product_id") : match.place("description");
        if (quantity < 0 || product < 0 || (price < 0) == (amount < 0)) {
            return;
        }
        int money = Math.max(price, amount);
        int grows = rows.grows(product, quantity, money);
        if (price >= 0 && grows > 0) {
            match.set("unit_price", money, 0);
            match.set("amount", money, BY_ROWS);
            match.assign();
        } else if (amount >= 0 && grows < 0) {
            match.set("amount", money, 0);
            match.set("unit_price", money, BY_ROWS);
            match.assign();
        }
    }
}
