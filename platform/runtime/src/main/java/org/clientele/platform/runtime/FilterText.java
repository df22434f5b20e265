package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.query.Filter;

/** Filters in words. */
final class FilterText {
    private FilterText() {}

    /** "country is France, Germany or unknown"; a condition as it was written. */
    static String of(Filter filter) {
        if (filter instanceof Filter.Condition condition) {
            return condition.condition();
        }
        if (filter instanceof Filter.Members members) {
            List<String> names = new ArrayList<>();
            members.members().forEach(m -> names.add(m == null ? "unknown" : m));
            String dimension = members.dimension().replace('-', ' ').replace('.', ' ');
            return dimension + (members.exclude() ? " is not " : " is ") + either(names);
        }
        return filter.toString();
    }

    private static String either(List<String> names) {
        if (names.isEmpty()) {
            return "nothing";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
