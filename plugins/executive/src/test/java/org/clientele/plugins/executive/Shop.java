package org.clientele.plugins.executive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.testkit.PluginWorkspace;

/** A workspace with a shop's data, asked through the real runtime. */
final class Shop implements AutoCloseable {
    private final PluginWorkspace workspace;
    final LocalDate first;
    final LocalDate last;
    private final List<String> countries;

    private Shop(PluginWorkspace workspace) {
        this.workspace = workspace;
        Frame days = query(MetricQuery.of("clientele.core/order-lines").by("day"));
        this.first = LocalDate.ofEpochDay(days.column("day").longAt(0));
        this.last = LocalDate.ofEpochDay(days.column("day").longAt(days.rowCount() - 1));
        Frame found =
                query(MetricQuery.of("clientele.core/revenue").by("country").top(12));
        this.countries = new ArrayList<>();
        for (int row = 0; row < found.rowCount(); row++) {
            if (!found.column("country").isNull(row)) {
                countries.add(found.column("country").textAt(row));
            }
        }
    }

    static Shop sample() {
        return new Shop(PluginWorkspace.withSample(600));
    }

    static Shop onlineRetail() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        return of(file);
    }

    /** A shop of a file that needs no more to be said of. */
    static Shop of(Path file) {
        PluginWorkspace workspace = PluginWorkspace.empty();
        add(workspace, file);
        return new Shop(workspace);
    }

    /** The sample together with a file of more. */
    static Shop sampleWith(int customers, Path more) {
        PluginWorkspace workspace = PluginWorkspace.withSample(customers);
        add(workspace, more);
        return new Shop(workspace);
    }

    private static void add(PluginWorkspace workspace, Path file) {
        workspace
                .session()
                .imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
    }

    Session session() {
        return workspace.session();
    }

    /** Days and filters of chance, always the same for a seed. */
    Page page(long seed) {
        Random random = new Random(seed);
        long length = last.toEpochDay() - first.toEpochDay();
        LocalDate to = last.minusDays(random.nextInt((int) (length / 3)));
        LocalDate from = to.minusDays(1 + random.nextInt((int) (length / 2)));
        List<Filter> filters = new ArrayList<>();
        if (random.nextBoolean()) {
            List<String> some = new ArrayList<>();
            countries.forEach(c -> {
                if (random.nextInt(3) > 0) {
                    some.add(c);
                }
            });
            filters.add(new Filter.Members("country", new ArrayList<>(some), random.nextInt(4) == 0));
        }
        if (random.nextInt(3) == 0) {
            filters.add(Filter.where("quantity > " + random.nextInt(4)));
        }
        return new Page(random.nextInt(6) == 0 ? Period.all() : new Period(from, to), filters);
    }

    /** What somebody looks at. */
    record Page(Period period, List<Filter> filters) {}

    Frame analyse(String analysis, Page page, String... parameters) {
        AnalysisCall call = AnalysisCall.of("clientele.executive/" + analysis);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.with(parameters[i], parameters[i + 1]);
        }
        return workspace.session().analyse(call, page.period(), page.filters(), Progress.NONE, CancelSignal.create());
    }

    Frame query(MetricQuery query, Filter... filters) {
        MetricQuery all = query;
        for (Filter filter : filters) {
            all = all.where(filter);
        }
        return workspace.session().query(all, CancelSignal.create());
    }

    /** One figure of a metric over these days with the page's filters, as the command line answers it. */
    Frame figure(String metric, Period days, Page page) {
        return query(MetricQuery.of(metric).during(days), page.filters().toArray(new Filter[0]));
    }

    @Override
    public void close() {
        workspace.close();
    }
}
