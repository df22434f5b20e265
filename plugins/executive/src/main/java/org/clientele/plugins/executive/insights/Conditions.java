package org.clientele.plugins.executive.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.plugins.executive.page.Core;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Filters as conditions of the formula language, so that a command can name them. */
final class Conditions {
    private final AnalysisContext context;

    Conditions(AnalysisContext context) {
        this.context = context;
    }

    /** The page's filters, and one more member where there is one. */
    List<Filter> with(String dimension, @Nullable String member) {
        List<Filter> all = new ArrayList<>();
        for (Filter filter : context.filters()) {
            all.add(Filter.where(of(filter)));
        }
        if (member != null) {
            all.add(of(dimension, member));
        }
        return all;
    }

    /** Rows of one member. */
    static Filter of(String dimension, String member) {
        return Filter.where(name(dimension) + " = " + quoted(member));
    }

    private String of(Filter filter) {
        if (filter instanceof Filter.Condition condition) {
            return condition.condition();
        }
        String quoted = text(filter, true);
        // Members are text to a filter; a column of numbers wants them bare, and only the compiler knows its type.
        return understood(quoted) ? quoted : text(filter, false);
    }

    private boolean understood(String condition) {
        Period day = new Period(context.lastDay(), context.lastDay());
        try {
            context.query(MetricQuery.of(Core.ORDER_LINES)
                    .where(Filter.where(condition))
                    .during(day));
            return true;
        } catch (AnalyticsException e) {
            context.cancel().throwIfCancelled();
            return false;
        }
    }

    private static String text(Filter filter, boolean quote) {
        if (filter instanceof Filter.Range range) {
            String name = name(range.dimension());
            String from = range.from() == null ? "" : name + " >= " + literal(range.from(), quote);
            String to = range.to() == null ? "" : name + " <= " + literal(range.to(), quote);
            return from.isEmpty() && to.isEmpty()
                    ? name + " is not null"
                    : from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
        }
        Filter.Members members = (Filter.Members) filter;
        String name = name(members.dimension());
        String known = members.members().stream()
                .filter(Objects::nonNull)
                .map(m -> literal(Objects.requireNonNull(m), quote))
                .collect(Collectors.joining(", "));
        // A missing member is in no list, so it is said apart whether lists are in or out.
        boolean unknown = members.members().contains(null);
        if (known.isEmpty()) {
            return unknown == members.exclude()
                    ? (unknown ? name + " is not null" : "1 = 0")
                    : unknown ? name + " is null" : "1 = 1";
        }
        if (members.exclude()) {
            return unknown
                    ? name + " is not null and not " + name + " in (" + known + ")"
                    : "(" + name + " is null or not " + name + " in (" + known + "))";
        }
        return unknown ? "(" + name + " is null or " + name + " in (" + known + "))" : name + " in (" + known + ")";
    }

    private static String literal(String member, boolean quote) {
        return quote ? quoted(member) : member;
    }

    private static String quoted(String member) {
        return "'" + member.replace("'", "''") + "'";
    }

    /** A dimension as a condition names it: only the name of a product is called otherwise. */
    private static String name(String dimension) {
        return dimension.equals("product-name") ? "product.name" : dimension;
    }
}
