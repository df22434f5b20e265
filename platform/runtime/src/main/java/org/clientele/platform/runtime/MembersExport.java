package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.Report;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** The customers of a set as a list that can be written as a file. */
final class MembersExport {
    private static final Texts TEXTS = Texts.of(MembersExport.class);

    private MembersExport() {}

    static Export of(Session session, CustomerSet set, CancelSignal cancel) {
        List<String> columns =
                session.records().table(CustomerModel.CUSTOMER, cancel).rows().columns();
        RowQuery rows = session.sets().members(set, columns).rows();
        Frame customers = RecordsFile.frame(session.records().reader(rows, cancel), columns, cancel);
        ChartSpec table = ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, columns.toArray(String[]::new));
        DashboardSpec sheet = DashboardSpec.builder("clientele.sets/members", set.name())
                .description(set.said())
                .tile(TileSpec.builder("members", set.name(), AnalysisCall.of("clientele.sets/members"), table)
                        .subtitle(set.description())
                        .size(12, 8))
                .build();
        TileContent content = new TileContent.Ready(customers, null);
        Chapter chapter = new Chapter(sheet, Map.of("members", content), Map.of());
        String age = customers
                .dataAsOf()
                .or(() -> java.util.Optional.ofNullable(session.sets().dataAsOf(cancel)))
                .map(PeriodText::moment)
                .orElse("");
        List<String> narrowed = new java.util.ArrayList<>(ExportSnapshot.byPolicy(session.policy()));
        narrowed.add(TEXTS.get("members.export.customer_is_in_set", set.name(), set.said()));
        ExportNotes notes = new ExportNotes(session.workspace().name(), "", narrowed, age);
        TileCard cards =
                new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format());
        return new Export(Export.Scope.LIST, new Report(set.name(), notes, List.of(chapter), cards), () -> {
            throw new IllegalStateException("A list of customers is no picture.");
        });
    }
}
