package org.clientele.platform.host;

import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's analysis as the rest of the platform holds it: parameters are text, and after the plugin is gone a call
 * answers PLUGIN_STOPPED. Thread-safe.
 */
public final class PluginAnalysis {
    private final Lease lease;
    private final QualifiedId id;
    private final String title;
    private final String description;
    private final List<AnalysisParameter> parameters;
    private volatile @Nullable Target<?> target;

    /** What belongs to the plugin. */
    private record Target<P extends Record>(Analysis<P> analysis, ParameterRecord<P> reader) {
        static <P extends Record> Target<P> of(Analysis<P> analysis) {
            return new Target<>(analysis, ParameterRecord.of(analysis.defaults()));
        }

        @Nullable
        Frame run(Map<String, String> values, AnalysisContext context) {
            return analysis.run(reader.read(values), context);
        }
    }

    /** Asks the plugin for everything but results. */
    PluginAnalysis(Lease lease, Analysis<?> analysis) {
        this.lease = lease;
        this.id = analysis.id();
        this.title = analysis.title();
        this.description = analysis.description();
        Target<?> made = Target.of(analysis);
        this.parameters = made.reader().parameters();
        this.target = made;
        lease.onRevoke(() -> this.target = null);
    }

    /** Its id. */
    public QualifiedId id() {
        return id;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** What it works out, and how; or "". */
    public String description() {
        return description;
    }

    /** What can be chosen, in order. */
    public List<AnalysisParameter> parameters() {
        return parameters;
    }

    /**
     * Works it out. Blocks.
     *
     * @param values by parameter; what is not named has its default
     * @throws AnalyticsException ARGUMENT_INVALID for a wrong parameter; PLUGIN_STOPPED; PLUGIN_FAILED; or what the analysis
     *     says
     */
    public Frame run(Map<String, String> values, AnalysisContext context) {
        Target<?> t = target;
        if (t == null) {
            throw lease.stopped();
        }
        @Nullable Frame frame = lease.call("run of the analysis " + id, () -> t.run(values, context));
        if (frame == null) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED, lease.plugin() + " returned no frame for the analysis " + id + ".");
        }
        return frame;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
