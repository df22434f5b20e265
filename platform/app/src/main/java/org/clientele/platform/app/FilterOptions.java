package org.clientele.platform.app;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.QueryText;
import picocli.CommandLine.Option;

/** Which order lines. */
final class FilterOptions {
    @Option(names = "--where", paramLabel = "EXPR", description = "${bundle:option.filter.where}")
    List<String> where = List.of();

    @Option(names = "--only", paramLabel = "DIM=MEMBER|MEMBER", description = "${bundle:option.filter.only}")
    List<String> only = List.of();

    @Option(names = "--not", paramLabel = "DIM=MEMBER|MEMBER", description = "${bundle:option.filter.not}")
    List<String> not = List.of();

    @Option(names = "--between", paramLabel = "DIM=FROM..TO", description = "${bundle:option.filter.between}")
    List<String> between = List.of();

    @Option(names = "--exclude-charges", description = "${bundle:option.filter.exclude_charges}")
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
