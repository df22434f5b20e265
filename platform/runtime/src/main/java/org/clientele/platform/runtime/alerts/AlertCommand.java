package org.clientele.platform.runtime.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;

/** What alerts say to a terminal. */
final class AlertCommand {
    private AlertCommand() {}

    /** A command line that gives the figure of some days, or empty where a filter cannot be written as a condition. */
    static Optional<String> command(Alert a, Period days) {
        StringBuilder s = new StringBuilder("clientele query " + a.metric());
        boolean compares = a.condition().compares();
        if (compares) {
            s.append(" --by ").append(a.grain().name().toLowerCase(Locale.ROOT));
        }
        if (days.from() != null) {
            s.append(" --from ").append(days.from());
        }
        if (days.to() != null) {
            s.append(" --to ").append(days.to());
        }
        if (compares) {
            s.append(" --compare ").append(a.comparison() == Comparison.YEAR_BEFORE ? "year-before" : "previous");
        }
        for (Filter filter : a.filters()) {
            Optional<String> condition = condition(filter);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            s.append(" --where \"").append(condition.get()).append('"');
        }
        return Optional.of(s.toString());
    }

    private static Optional<String> condition(Filter filter) {
        if (filter instanceof Filter.Condition c) {
            return Optional.of(c.condition());
        }
        if (!(filter instanceof Filter.Members m) || m.members().contains(null)) {
            return Optional.empty();
        }
        List<String> quoted = new ArrayList<>();
        m.members().forEach(member -> quoted.add("'" + String.valueOf(member).replace("'", "''") + "'"));
        return Optional.of(m.dimension() + (m.exclude() ? " not in (" : " in (") + String.join(", ", quoted) + ")");
    }
}
