package org.clientele.plugins.executive.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.executive.profile.People.Person;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Customers put together, and what each of the groups brought. */
final class Group {
    private static final Texts TEXTS = Texts.of(Group.class);

    private final String name;
    private double revenue;
    private long customers;
    private long orders;

    private Group(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    double revenue() {
        return revenue;
    }

    long customers() {
        return customers;
    }

    /** In the order of {@code names}; other names are added at the end, groups without anybody left out. */
    static List<Group> of(People people, List<String> names, Function<Person, @Nullable String> nameOf) {
        List<Group> groups = new ArrayList<>();
        names.forEach(n -> groups.add(new Group(n)));
        for (Person p : people.all()) {
            String name = nameOf.apply(p);
            if (name != null) {
                Group group = groups.stream()
                        .filter(g -> g.name.equals(name))
                        .findFirst()
                        .orElse(null);
                if (group == null) {
                    group = new Group(name);
                    groups.add(group);
                }
                group.revenue += p.revenue();
                group.customers += people.counts(p) ? 1 : 0;
                group.orders += p.orders();
            }
        }
        groups.removeIf(g -> g.customers == 0 && g.revenue == 0);
        return groups;
    }

    /**
     * A row for each group: its name, revenue, customers, orders, revenue per customer, and the average revenue of the groups.
     *
     * @param dimension the name of the first column
     */
    static Frame frame(People people, List<Group> groups, String dimension, String label) {
        FrameRows rows = new FrameRows()
                .text(dimension, label)
                .number("revenue", TEXTS.get("group.column.revenue"), people.money())
                .count("customers", TEXTS.get("group.column.customers"), "customers")
                .count("orders", TEXTS.get("group.column.orders"), "orders")
                .number(
                        "per-customer",
                        TEXTS.get("group.column.per_customer"),
                        people.money().per(Unit.of("customers")))
                .number("average", TEXTS.get("group.column.average"), people.money());
        double average = groups.stream().mapToDouble(Group::revenue).average().orElse(Double.NaN);
        long known = 0;
        for (Group g : groups) {
            known += g.customers;
            rows.row(
                    g.name,
                    people.orders() ? cents(g.revenue) : Double.NaN,
                    g.customers,
                    g.orders,
                    people.orders() && g.customers > 0 ? g.revenue / g.customers : Double.NaN,
                    people.orders() ? average : Double.NaN);
        }
        Frame frame = rows.frame();
        long unknown = people.count() - known;
        return unknown == 0
                ? frame
                : frame.withCaveat(
                        Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("group.left_out", people.count(), unknown)));
    }

    /** Sums of exact amounts are exact to the cent again. */
    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}
