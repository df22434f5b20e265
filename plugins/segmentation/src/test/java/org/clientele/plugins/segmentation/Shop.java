package org.clientele.plugins.segmentation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.testkit.PluginWorkspace;

/** A workspace with a shop's data, asked through the real runtime. */
public final class Shop implements AutoCloseable {
    private final PluginWorkspace workspace;

    private Shop(PluginWorkspace workspace) {
        this.workspace = workspace;
    }

    /** The sample retailer. */
    public static Shop sample(int customers) {
        return new Shop(PluginWorkspace.withSample(customers));
    }

    /** Without any data. */
    public static Shop empty() {
        return new Shop(PluginWorkspace.empty());
    }

    /** UCI Online Retail; the test is skipped without it. */
    public static Shop onlineRetail() {
        return of(data("online_retail", "online_retail.csv.gz"));
    }

    /** The marketing-campaign file; the test is skipped without it. */
    public static Shop marketingCampaign() {
        return of(data("marketing_campaign", "marketing_campaign.csv.gz"));
    }

    /** A file of the data folder; the test is skipped without it. */
    public static Path data(String folder, String file) {
        Path path = Path.of(System.getProperty("clientele.data", "none"), folder, file);
        assumeTrue(Files.isReadable(path), "clientele.data names no folder with " + folder);
        return path;
    }

    /** A shop of a file that needs no more to be said of. */
    public static Shop of(Path file) {
        PluginWorkspace workspace = PluginWorkspace.empty();
        workspace
                .session()
                .imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
        return new Shop(workspace);
    }

    /** How it is asked. */
    public Session session() {
        return workspace.session();
    }

    /** An analysis over all days, parameters as name and value. */
    public Frame analyse(String analysis, String... parameters) {
        return analyse(Period.all(), analysis, parameters);
    }

    /** An analysis over some days. */
    public Frame analyse(Period days, String analysis, String... parameters) {
        AnalysisCall call = AnalysisCall.of("clientele.segmentation/" + analysis);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.with(parameters[i], parameters[i + 1]);
        }
        return session().analyse(call, days, List.of(), Progress.NONE, CancelSignal.create());
    }

    /** A question for metrics. */
    public Frame query(MetricQuery query) {
        return session().query(query, CancelSignal.create());
    }

    @Override
    public void close() {
        workspace.close();
    }
}
