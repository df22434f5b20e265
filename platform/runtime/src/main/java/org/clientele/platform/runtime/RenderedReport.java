package org.clientele.platform.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.charts.MemberOrder;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.HtmlReport;
import org.clientele.platform.report.PdfReport;
import org.clientele.platform.report.Report;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.TileSpec;

/**
 * Dashboards that ran, ready to be written as a document.
 *
 * @param dashboards their whole ids, in order
 * @param report all that is shown
 * @param failures one sentence for each tile that shows an error instead
 */
public record RenderedReport(List<String> dashboards, Report report, List<String> failures) {
    public RenderedReport {
        dashboards = List.copyOf(dashboards);
        failures = List.copyOf(failures);
    }

    static RenderedReport of(Session session, ReportRequest request, CancelSignal cancel) {
        List<String> ids = request.dashboards().isEmpty()
                ? session.dashboards().stream().map(DashboardEntry::id).toList()
                : request.dashboards();
        List<String> whole = new ArrayList<>();
        List<Chapter> chapters = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        String days = "";
        String dataAsOf = "";
        for (String id : ids) {
            cancel.throwIfCancelled();
            try (DashboardView view = session.open(id, Scope.of(request.period()), tile -> {});
                    CancelSignal.Registration stop = cancel.onCancel(view::close)) {
                Objects.requireNonNull(stop);
                view.await();
                whole.add(view.spec().id().toString());
                chapters.add(chapter(view, failures));
                String label = view.periodLabel();
                days = label.isEmpty() ? days : view.choice().label() + ", " + label;
                dataAsOf = view.dataAsOf()
                        .map(t -> "Data as of " + PeriodText.moment(t))
                        .orElse(dataAsOf);
            }
        }
        List<MemberOrder.Shown> shown = new ArrayList<>();
        chapters.forEach(c -> shown.addAll(DashboardView.shown(c.dashboard(), c.contents())));
        TileCard cards = new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format())
                .alike(MemberOrder.of(shown));
        boolean narrowed = !session.policy().equals(org.clientele.sdk.query.Policy.allowAll());
        Report report = new Report(
                session.workspace().name(),
                days,
                narrowed ? "Policy " + session.policy().name() : "",
                dataAsOf,
                chapters,
                cards);
        failures.addAll(report.refusals());
        return new RenderedReport(whole, report, failures);
    }

    private static Chapter chapter(DashboardView view, List<String> failures) {
        Map<String, TileContent> contents = new HashMap<>();
        for (TileSpec tile : view.spec().tiles()) {
            contents.put(tile.id(), view.content(tile.id()));
            if (view.state(tile.id()) == TileState.FAILED) {
                failures.add(view.spec().title() + ", " + tile.title() + ": " + view.failure(tile.id()));
            }
        }
        return new Chapter(view.spec(), contents, view.definitions());
    }

    /** Writes one file of HTML that needs nothing else; {@code out} stays open. */
    public void writeHtml(OutputStream out) throws IOException {
        HtmlReport.write(report, out);
    }

    /** Writes pages of A4; {@code out} stays open. */
    public void writePdf(OutputStream out) throws IOException {
        PdfReport.write(report, out);
    }
}
