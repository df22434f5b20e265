package org.clientele.platform.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code records}: rows of a table, or those behind a number. */
@Command(name = "records", description = "${bundle:usage.records}")
final class RecordsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(RecordsCommand.class);

    private static final int MOST = 1_000_000;

    @Parameters(paramLabel = "TABLE", arity = "0..1", description = "${bundle:option.records.table}")
    @Nullable
    String table;

    @Option(names = "--behind", paramLabel = "METRIC", description = "${bundle:option.records.behind}")
    @Nullable
    String behind;

    @Option(names = "--part", paramLabel = "N", description = "${bundle:option.records.part}")
    int part = 1;

    @Option(names = "--of", paramLabel = "DIM=MEMBER", description = "${bundle:option.records.members}")
    Map<String, String> members = new LinkedHashMap<>();

    @Mixin
    FilterOptions filters = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--columns", paramLabel = "COLUMN", split = ",", description = "${bundle:option.records.columns}")
    List<String> columns = List.of();

    @Option(names = "--sort", paramLabel = "COLUMN", split = ",", description = "${bundle:option.records.sort}")
    List<String> sort = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:option.records.limit}")
    int limit = 1_000;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    int run(Workspace workspace, Session session) {
        Frame frame = session.rows(query(session), cancel());
        format.print(frame, root.json, session.format(), out());
        return ExitCode.DONE;
    }

    private RowQuery query(Session session) {
        if (limit < 1 || limit > MOST) {
            throw wrong(TEXTS.get("records.limit_takes_number_from", String.valueOf(limit)));
        }
        RowQuery rows = behind == null ? plain(session) : behind(session, behind);
        for (Filter filter : filters.filters()) {
            rows = rows.where(filter);
        }
        if (!columns.isEmpty()) {
            rows = rows.select(columns.stream().map(String::strip).toList());
        }
        if (!sort.isEmpty()) {
            rows = new RowQuery(rows.table(), rows.columns(), rows.filters(), rows.period(), order(), 0, limit);
        }
        return rows.page(0, limit);
    }

    private RowQuery plain(Session session) {
        String name = table == null ? CustomerModel.ORDER_LINE : table;
        RowQuery rows = session.records().table(name, cancel()).rows();
        for (Map.Entry<String, String> e : members.entrySet()) {
            rows = rows.where(Filter.in(e.getKey(), e.getValue()));
        }
        return rows.during(days.days(session, cancel()));
    }

    private RowQuery behind(Session session, String metric) {
        if (table != null) {
            throw wrong(TEXTS.get("records.metric_counts_order_lines"));
        }
        MetricQuery query = MetricQuery.of(metric).during(days.days(session, cancel()));
        List<RecordsRequest> parts = session.records().behind(query, metric, members, cancel());
        if (part < 1 || part > parts.size()) {
            String titles = parts.stream()
                    .map(RecordsRequest::title)
                    .reduce((a, b) -> TEXTS.get("records.and", a, b))
                    .orElse("");
            throw wrong(TEXTS.get("records.parts", metric, titles, parts.size()));
        }
        return parts.get(part - 1).rows();
    }

    private List<RowQuery.Sort> order() {
        return sort.stream()
                .map(s -> {
                    String text = s.strip();
                    boolean down = text.toLowerCase(Locale.ROOT).endsWith(":desc");
                    return new RowQuery.Sort(down ? text.substring(0, text.length() - 5) : text, down);
                })
                .toList();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
