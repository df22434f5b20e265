package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.QueryText;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Shell;

/**
 * The way from a figure to what explains it: the dashboard or tile that its tile names, narrowed down to the same data, or for a
 * number in a sentence the query that it answers, asked again. UI thread only.
 */
final class Details {
    private static final Texts TEXTS = Texts.of(Details.class);

    private final Shell shell;
    private final Desk desk;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;

    Details(Shell shell, Desk desk, OpenPages pages, Background background, PageHost host, Supplier<Palette> palette) {
        this.shell = shell;
        this.desk = desk;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
    }

    /** Opens a dashboard, "#" and one of its tiles, or what a command of a query answers. */
    void open(String link) {
        if (QueryText.is(link)) {
            desk.workspace().ifPresent(open -> ask(open.session(), link));
            return;
        }
        int at = link.indexOf('#');
        String dashboard = at < 0 ? link : link.substring(0, at);
        Scope scope = pages.front()
                .filter(DashboardPage.class::isInstance)
                .map(Page::narrowed)
                .orElse(null);
        desk.openDashboard(dashboard);
        if (!(pages.front().orElse(null) instanceof DashboardPage page)
                || !page.id().equals(dashboard)) {
            host.failed(TEXTS.get("detail.failed"), TEXTS.get("detail.failed.why", dashboard));
            return;
        }
        if (scope != null && !scope.unpicked().equals(page.scope().unpicked())) {
            page.narrow(scope.unpicked(), TEXTS.get("detail.deed"));
        }
        if (at >= 0) {
            page.reveal(link.substring(at + 1));
        }
    }

    /** What a query answers, and the records behind it. */
    private record Asked(MetricDefinition metric, MetricQuery query, Frame frame, List<RecordsRequest> records) {}

    private void ask(Session session, String command) {
        background.run(
                () -> {
                    MetricQuery query = QueryText.read(command);
                    MetricDefinition metric = session.metric(query.metrics().get(0));
                    Frame frame = session.query(query, CancelSignal.create());
                    List<RecordsRequest> records = session.records()
                            .behind(query, metric.id().toString(), java.util.Map.of(), CancelSignal.create());
                    return new Asked(metric, query, frame, records);
                },
                asked -> Sheet.open(shell, palette.get(), content(asked, command, session.format())),
                e -> host.failed(TEXTS.get("detail.unasked"), Background.sentence(e)));
    }

    private Sheet.Content content(Asked asked, String command, ValueFormat format) {
        MetricDefinition metric = asked.metric();
        String value = asked.frame().rowCount() == 0
                ? "–"
                : format.exact(asked.frame().column(metric.id().name()), 0);
        List<Sheet.Action> actions = new ArrayList<>();
        actions.add(Sheet.Action.plain(TEXTS.get("close"), () -> {}));
        actions.add(Sheet.Action.plain(TEXTS.get("detail.copy"), () -> copy(command)));
        if (!asked.records().isEmpty()) {
            actions.add(Sheet.Action.primary(
                    TEXTS.get("detail.records"),
                    () -> host.showRecords(asked.records().get(0))));
        }
        return new Sheet.Content(
                TEXTS.get("detail.value", metric.label(), value),
                List.of(
                        new Sheet.Section(
                                TEXTS.get("detail.days"), days(asked.query().period(), format)),
                        new Sheet.Section(TEXTS.get("detail.narrowed"), conditions(asked.query())),
                        new Sheet.Section(
                                metric.label() + "  ·  " + metric.id(), metric.description() + "\n" + metric.formula()),
                        new Sheet.Section(TEXTS.get("detail.command"), command)),
                actions);
    }

    private static String days(Period period, ValueFormat format) {
        String from = period.from() == null ? TEXTS.get("detail.days.first") : format.period(period.from(), Grain.DAY);
        String to = period.to() == null ? TEXTS.get("detail.days.last") : format.period(period.to(), Grain.DAY);
        return period.isAll()
                ? TEXTS.get("detail.days.all")
                : from.equals(to) ? from : TEXTS.get("detail.days.some", from, to);
    }

    private static String conditions(MetricQuery query) {
        return query.filters().isEmpty()
                ? TEXTS.get("detail.rows.all")
                : query.filters().stream()
                        .map(f -> f instanceof Filter.Condition c ? c.condition() : f.toString())
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }

    private void copy(String command) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {command}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        host.done(TEXTS.get("detail.copied"));
    }
}
