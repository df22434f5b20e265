package org.clientele.platform.app;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.query.Filter;
import picocli.CommandLine.Option;

/** Which order lines. */
final class FilterOptions {
    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "A condition, for example \"country = 'France' and lower(description) like '%%bag%%'\".")
    List<String> where = List.of();

    @Option(
            names = "--exclude-charges",
            description = "Leave out postage, fees and other charges (see the settings charge-codes and charge-words).")
    boolean excludeCharges;

    /** All of them must hold. */
    List<Filter> filters() {
        List<Filter> all = new ArrayList<>(where.stream().map(Filter::where).toList());
        if (excludeCharges) {
            all.add(Filter.where("coalesce(is_charge, false) = false"));
        }
        return all;
    }
}
