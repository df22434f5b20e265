package org.clientele.platform.app;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.QueryText;
import picocli.CommandLine.Option;

/** Which order lines. */
final class FilterOptions {
    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "A condition, for example \"country = 'France' and lower(description) like '%%bag%%'\".")
    List<String> where = List.of();

    @Option(
            names = "--only",
            paramLabel = "DIM=MEMBER|MEMBER",
            description = "Only these members of a dimension, as \"country=France|Germany\"; ? is the unknown one.")
    List<String> only = List.of();

    @Option(names = "--not", paramLabel = "DIM=MEMBER|MEMBER", description = "All but these members of a dimension.")
    List<String> not = List.of();

    @Option(
            names = "--between",
            paramLabel = "DIM=FROM..TO",
            description = "Members from one to another, both in, as \"quantity=2..5\" or \"month=2011-01-01..\".")
    List<String> between = List.of();

    @Option(
            names = "--exclude-charges",
            description = "Leave out postage, fees and other charges (see the settings charge-codes and charge-words).")
    boolean excludeCharges;

    /** All of them must hold. */
    List<Filter> filters() {
        List<Filter> all = new ArrayList<>(where.stream().map(Filter::where).toList());
        only.forEach(text -> all.add(QueryText.members(text, false)));
        not.forEach(text -> all.add(QueryText.members(text, true)));
        between.forEach(text -> all.add(QueryText.range(text)));
        if (excludeCharges) {
            all.add(Filter.where("coalesce(is_charge, false) = false"));
        }
        return all;
    }
}
