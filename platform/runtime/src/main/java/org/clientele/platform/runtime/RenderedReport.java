package org.clientele.platform.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.charts.MemberOrder;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.HtmlReport;
import org.clientele.platform.report.PdfReport;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.Watch;
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
        ExportNotes notes =
                new ExportNotes(session.workspace().name(), "", ExportSnapshot.byPolicy(session.policy()), "");
        for (String id : ids) {
            cancel.throwIfCancelled();
            try (DashboardView view = session.open(id, request.scope(), tile -> {});
                    CancelSignal.Registration stop = cancel.onCancel(view::close)) {
                Objects.requireNonNull(stop);
                view.await();
                whole.add(view.spec().id().toString());
                chapters.add(chapter(view, failures));
                notes = latest(notes, ExportSnapshot.notes(session, view));
            }
        }
        List<MemberOrder.Shown> shown = new ArrayList<>();
        chapters.forEach(c -> shown.addAll(TilePictures.shown(c.dashboard(), c.contents())));
        TileCard cards = new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format())
                .alike(MemberOrder.of(shown));
        Report report = Report.of(notes, chapters, cards);
        failures.addAll(report.refusals());
        return new RenderedReport(whole, report, failures);
    }

    /** A dashboard that has no days of its own says nothing about those of the others. */
    private static ExportNotes latest(ExportNotes before, ExportNotes now) {
        return new ExportNotes(
                now.workspace(),
                now.period().isEmpty() ? before.period() : now.period(),
                now.filters(),
                now.dataAsOf().isEmpty() ? before.dataAsOf() : now.dataAsOf());
    }

    private static Chapter chapter(DashboardView view, List<String> failures) {
        for (TileSpec tile : view.spec().tiles()) {
            if (view.state(tile.id()) == TileState.FAILED) {
                failures.add(view.spec().title() + ", " + tile.title() + ": " + view.failure(tile.id()));
            }
        }
        return ExportSnapshot.chapter(view);
    }

    /** The same for files. */
    public Export export() {
        return new Export(Export.Scope.REPORT, report, () -> {
            throw new IllegalStateException("A report is no single picture.");
        });
    }

    /** Writes one file of HTML that needs nothing else; {@code out} stays open. */
    public void writeHtml(OutputStream out) throws IOException {
        HtmlReport.write(report, out, Watch.none());
    }

    /** Writes pages of A4; {@code out} stays open. */
    public void writePdf(OutputStream out) throws IOException {
        PdfReport.write(report, out);
    }
}
