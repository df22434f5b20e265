package org.clientele.platform.warehouse.mapping;

import java.util.Set;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;

/** How well values suit a column of the model: a factor, 1 where they do, near 0 where they cannot be meant. */
final class Evidence {
    private static final double NEVER = 0.05;
    private static final int MANY = 20;
    private static final Set<String> KINDS = Set.of("sale", "return", "adjustment");

    private Evidence() {}

    static double factor(CustomerModel.Table table, ColumnSpec column, ColumnProfile p) {
        if (p.rows() == 0) {
            return 0.97;
        }
        if (p.empty()) {
            return 0.7;
        }
        return switch (column.type()) {
            case DATE, TIMESTAMP -> p.date() >= 0.9 ? 1 : p.date() >= 0.5 ? 0.9 : p.serial() >= 0.99 ? 0.85 : NEVER;
            case DECIMAL, DOUBLE -> number(p) * (p.date() > 0.9 && p.length() == 8 ? 0.3 : 1);
            case INTEGER -> p.whole() >= 0.9 ? 1 : p.whole() >= 0.6 ? 0.7 : NEVER;
            case BOOLEAN -> p.truth() >= 0.95 && p.distinct().size() <= 2 ? 1 : NEVER;
            case TEXT -> text(table, column.name(), p);
        };
    }

    private static double number(ColumnProfile p) {
        return p.number() >= 0.9 ? 1 : p.number() >= 0.6 ? 0.85 : NEVER;
    }

    private static double text(CustomerModel.Table table, String column, ColumnProfile p) {
        if (column.equals(table.key())) {
            double variety = p.variety() >= 0.98 ? 1 : p.variety() >= 0.9 ? 0.85 : 0.5;
            return variety * identifier(p);
        }
        if (column.endsWith("_id")) {
            // Who is the same in all of many rows is no customer, but whose file it is.
            boolean same = column.equals("customer_id") && p.distinct().size() == 1 && p.rows() >= MANY;
            return same ? 0.4 : identifier(p);
        }
        boolean numeric = p.number() > 0.9;
        return switch (column) {
            case "email" -> p.email() >= 0.7 ? 1.1 : NEVER;
            case "country" -> p.country() >= 0.6 ? 1.1 : numeric ? 0.3 : p.country() > 0 ? 0.9 : 0.75;
            case "currency", "from_currency", "to_currency" -> p.currency() >= 0.9 ? 1.1 : numeric ? NEVER : 0.8;
            case "gender", "kind", "status", "stage" ->
                column.equals("kind") && table.name().equals(CustomerModel.ORDER_LINE)
                        ? (KINDS.containsAll(lower(p)) ? 1 : NEVER)
                        : p.date() > 0.8 ? NEVER : p.distinct().size() <= MANY ? 1 : 0.6;
            case "name", "description", "comment", "holiday", "event", "agent", "owner" ->
                p.date() > 0.8 || p.truth() > 0.95 ? NEVER : numeric || p.links() ? 0.3 : 1;
            case "category", "subcategory", "channel", "brand", "city", "region", "plan", "segment" ->
                p.date() > 0.8 || p.fraction() > 0.2
                        ? NEVER
                        : p.truth() > 0.95 && p.values().size() > 5 ? 0.3 : 1;
            case "postal_code" -> p.length() <= 12 && p.date() < 0.8 ? 1 : 0.3;
            default -> p.date() > 0.8 && p.number() < 0.5 ? 0.2 : 1;
        };
    }

    private static Set<String> lower(ColumnProfile p) {
        return p.distinct().stream()
                .map(v -> v.strip().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static double identifier(ColumnProfile p) {
        boolean dates = p.date() > 0.8 && p.number() < 0.5;
        boolean flags =
                p.truth() > 0.95 && p.distinct().size() <= 2 && p.values().size() > MANY;
        return dates || p.clock() > 0.8
                ? NEVER
                : p.fraction() > 0.2 && p.length() < 14 || p.links() ? 0.2 : flags ? 0.3 : p.length() > 60 ? 0.4 : 1;
    }
}
