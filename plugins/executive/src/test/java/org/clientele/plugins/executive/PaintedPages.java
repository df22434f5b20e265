package org.clientele.plugins.executive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PictureFormat;
import org.clientele.platform.runtime.RenderRequest;
import org.clientele.platform.runtime.RenderedDashboard;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.testkit.PluginWorkspace;

/**
 * A process that renders all pages on the sample and writes on standard output what they say: "data", "said" or "painted", a
 * tab, and the text. A process of its own, because a language is one of a process.
 */
final class PaintedPages {
    private static final List<String> DIMENSIONS =
            List.of("country", "category", "channel", "product", "product-name", "customer", "customer.gender");

    private final PrintStream out;
    private String page = "";

    private PaintedPages(PrintStream out) {
        this.out = out;
    }

    /** Arguments: a folder for pictures, or none. */
    public static void main(String[] args) throws IOException {
        PaintedPages pages = new PaintedPages(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (PluginWorkspace w = PluginWorkspace.withSample(400)) {
            pages.data(w.session());
            for (DashboardEntry dashboard : w.session().dashboards()) {
                pages.page = dashboard.id();
                RenderedDashboard picture = w.session()
                        .render(new RenderRequest(dashboard.id(), Theme.LIGHT, RenderRequest.DEFAULT_WIDTH, 0, null));
                pages.scan(picture.scene().root());
                if (args.length > 0) {
                    String name = dashboard.id().replace('/', '-') + ".png";
                    try (OutputStream file = Files.newOutputStream(Path.of(args[0], name))) {
                        PictureFormat.PNG.write(picture.scene(), 1, file);
                    }
                }
            }
        }
    }

    /** Members of dimensions, and what the platform's own metrics are called. */
    private void data(Session session) {
        for (String dimension : DIMENSIONS) {
            Frame frame = session.query(MetricQuery.of("clientele.core/orders").by(dimension), CancelSignal.create());
            Column column = frame.columns().get(0);
            for (int row = 0; row < column.size(); row++) {
                say("data", String.valueOf(column.valueAt(row)));
            }
        }
        for (QualifiedId id : session.metrics()) {
            if (id.namespace().equals("clientele.core")) {
                MetricDefinition metric = session.metric(id.toString());
                say("data", metric.label());
                say("data", metric.description());
            }
        }
    }

    private void scan(Node node) {
        if (node instanceof Node.Text text) {
            say("painted", page + "\t" + text.text());
        } else if (node instanceof Node.Group group) {
            Datum datum = group.datum();
            if (datum != null) {
                say("said", page + "\t" + datum.title());
                for (Datum.Entry entry : datum.entries()) {
                    say("said", page + "\t" + entry.label());
                    say("said", page + "\t" + entry.value());
                }
            }
            group.children().forEach(this::scan);
        }
    }

    private void say(String what, String text) {
        out.println(what + "\t" + text.replace('\n', ' '));
    }
}
