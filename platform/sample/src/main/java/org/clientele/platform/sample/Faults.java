package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.sdk.data.CustomerModel;

/**
 * What is wrong with the data on purpose, and where. Times that place a row stay right: one order in the year 2099 would
 * make every dashboard end there, so dates in the future are in dates of birth.
 */
final class Faults {
    /** A kind of fault; a rate is the share of the table's rows, of so many rows a customer. */
    enum Kind {
        DUPLICATE_ROW(CustomerModel.ORDER_LINE, "order_id/line_no", "The line stands there twice.", .0015, 20),
        NEGATIVE_PRICE(CustomerModel.ORDER_LINE, "order_id/line_no", "The price of a sale is below zero.", .0003, 20),
        MISSING_COST(CustomerModel.ORDER_LINE, "order_id/line_no", "The cost is missing.", .002, 20),
        ORPHAN_PRODUCT(CustomerModel.ORDER_LINE, "order_id/line_no", "No product has this id.", .0004, 20),
        ORPHAN_CUSTOMER(CustomerModel.ORDER_LINE, "order_id/line_no", "No customer has this id.", .0004, 20),
        DUPLICATE_PERSON(CustomerModel.CUSTOMER, "customer_id", "The same person has a second id.", .004, 1),
        MISSING_CITY(CustomerModel.CUSTOMER, "customer_id", "The city is missing.", .003, 1),
        WRONG_COUNTRY(CustomerModel.CUSTOMER, "customer_id", "The country is a wrong code or misspelled.", .004, 1),
        EMAIL_TYPO(CustomerModel.CUSTOMER, "customer_id", "The e-mail address cannot exist.", .006, 1),
        FUTURE_DATE(CustomerModel.CUSTOMER, "customer_id", "The date of birth is in the future.", .002, 1),
        MISSING_CATEGORY(CustomerModel.PRODUCT, "product_id", "Category and subcategory are missing.", .01, .0125),
        RESOLVED_BEFORE_OPENED(CustomerModel.TICKET, "ticket_id", "It was resolved before it was opened.", .005, .35),
        SCORE_OUT_OF_RANGE(CustomerModel.FEEDBACK, "feedback_id", "The score is above the highest.", .003, 1),
        ORPHAN_CONTACT(CustomerModel.CAMPAIGN_CONTACT, "campaign_id/customer_id", "No customer has this id.", .0005, 3);

        private final String table;
        private final String key;
        private final String meaning;
        private final double rate;
        private final double rowsACustomer;

        Kind(String table, String key, String meaning, double rate, double rowsACustomer) {
            this.table = table;
            this.key = key;
            this.meaning = meaning;
            this.rate = rate;
            this.rowsACustomer = rowsACustomer;
        }
    }

    /** About so many of a kind at most, however large the retailer. */
    private static final double MOST = 2000;

    private final SampleOptions options;
    private final Map<Kind, List<String>> keys = new EnumMap<>(Kind.class);

    Faults(SampleOptions options) {
        this.options = options;
        for (Kind kind : Kind.values()) {
            keys.put(kind, new ArrayList<>());
        }
    }

    /** Whether a row of that key, drawn by two numbers, has this fault; remembers it. */
    boolean strikes(Kind kind, long a, long b, Supplier<String> key) {
        if (options.faultless()) {
            return false;
        }
        boolean hit = Draws.of(options.seed(), Draws.Purpose.FAULT, a * 32 + kind.ordinal(), b)
                .chance(Math.min(kind.rate, MOST / (kind.rowsACustomer * options.customers())));
        if (hit) {
            keys.getOrDefault(kind, List.of()).add(key.get());
        }
        return hit;
    }

    /** Draws for what a fault looks like. */
    Draws look(Kind kind, long a) {
        return Draws.of(options.seed(), Draws.Purpose.FAULT, a, -1L - kind.ordinal());
    }

    /**
     * What the truths say of one kind.
     *
     * @param key the columns that the keys hold, with / between
     */
    record Planted(String table, String kind, String meaning, String key, int count, List<String> keys) {}

    List<Planted> planted() {
        List<Planted> all = new ArrayList<>();
        keys.forEach((kind, found) -> all.add(new Planted(
                kind.table,
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                kind.meaning,
                kind.key,
                found.size(),
                List.copyOf(found))));
        return all;
    }
}
