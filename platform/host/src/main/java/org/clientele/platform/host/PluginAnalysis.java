package org.clientele.platform.host;

import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Scores;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Scorer;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's analysis as the rest of the platform holds it: parameters are text, and after the plugin is gone a call
 * answers PLUGIN_STOPPED. Thread-safe.
 */
public final class PluginAnalysis {
    private static final Texts TEXTS = Texts.of(PluginAnalysis.class);

    private final Lease lease;
    private final QualifiedId id;
    private final String title;
    private final String description;
    private final List<AnalysisParameter> parameters;
    private final boolean segments;
    private final boolean scores;
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

        @Nullable
        Scoring score(Map<String, String> values, AnalysisContext context) {
            return scorer().fit(reader.read(values), context);
        }

        Scorer<P> scorer() {
            if (analysis instanceof Scorer<P> scorer) {
                return scorer;
            }
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("plugin.analysis.analysis_gives_no_score", analysis.id()));
        }

        @Nullable
        Segmentation fit(Map<String, String> values, AnalysisContext context) {
            return segmenter().fit(reader.read(values), context);
        }

        Segmenter<P> segmenter() {
            if (analysis instanceof Segmenter<P> segmenter) {
                return segmenter;
            }
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("plugin.analysis.analysis_puts_customers_into_no", analysis.id()));
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
        this.segments = analysis instanceof Segmenter;
        this.scores = analysis instanceof Scorer;
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
     * What is worth choosing, now that there are some scores. Calls the plugin.
     *
     * @throws AnalyticsException PLUGIN_STOPPED or PLUGIN_FAILED
     */
    public List<Suggestion> suggestions(List<PublishedScore> scores) {
        Target<?> t = present();
        @Nullable
        List<Suggestion> all = lease.call(
                TEXTS.get("plugin.analysis.suggestions", id), () -> t.analysis().suggestions(scores));
        return List.copyOf(required(all, "plugin.analysis.no_suggestions"));
    }

    /** Whether it puts customers into segments, so that {@link #fit} and {@link #apply} answer. */
    public boolean segments() {
        return segments;
    }

    /** Whether it gives each customer a number, so that {@link #score} and {@link #scored} answer. */
    public boolean scores() {
        return scores;
    }

    /**
     * Works out a number of each customer. Blocks.
     *
     * @throws AnalyticsException as {@link #run}; ARGUMENT_INVALID also if it gives customers no score
     */
    public Scoring score(Map<String, String> values, AnalysisContext context) {
        Target<?> t = present();
        @Nullable
        Scoring found = lease.call(TEXTS.get("plugin.analysis.fit_analysis", id), () -> t.score(values, context));
        return required(found, "plugin.analysis.no_scoring");
    }

    /**
     * Works the numbers out by a model. Blocks.
     *
     * @throws AnalyticsException as {@link #run}; ARGUMENT_INVALID also if it gives customers no score
     */
    public Scores scored(String model, AnalysisContext context) {
        Target<?> t = present();
        @Nullable
        Scores found = lease.call(
                TEXTS.get("plugin.analysis.apply_analysis", id),
                () -> t.scorer().apply(model, context));
        return required(found, "plugin.analysis.no_scores");
    }

    /**
     * Finds segments. Blocks.
     *
     * @throws AnalyticsException as {@link #run}; ARGUMENT_INVALID also if it puts customers into no segments
     */
    public Segmentation fit(Map<String, String> values, AnalysisContext context) {
        Target<?> t = present();
        @Nullable
        Segmentation found = lease.call(TEXTS.get("plugin.analysis.fit_analysis", id), () -> t.fit(values, context));
        return required(found, "plugin.analysis.no_segmentation");
    }

    /**
     * Puts customers into the segments of a model. Blocks.
     *
     * @throws AnalyticsException as {@link #run}; ARGUMENT_INVALID also if it puts customers into no segments
     */
    public Members apply(String model, AnalysisContext context) {
        Target<?> t = present();
        @Nullable
        Members found = lease.call(
                TEXTS.get("plugin.analysis.apply_analysis", id),
                () -> t.segmenter().apply(model, context));
        return required(found, "plugin.analysis.no_members");
    }

    private Target<?> present() {
        Target<?> t = target;
        if (t == null) {
            throw lease.stopped();
        }
        return t;
    }

    private <T> T required(@Nullable T result, String absence) {
        if (result == null) {
            throw new AnalyticsException(ErrorCode.PLUGIN_FAILED, TEXTS.get(absence, lease.plugin(), id));
        }
        return result;
    }

    /**
     * Works it out. Blocks.
     *
     * @param values by parameter; what is not named has its default
     * @throws AnalyticsException ARGUMENT_INVALID for a wrong parameter; PLUGIN_STOPPED; PLUGIN_FAILED; or what the analysis
     *     says
     */
    public Frame run(Map<String, String> values, AnalysisContext context) {
        Target<?> t = present();
        @Nullable Frame frame = lease.call(TEXTS.get("plugin.analysis.run_analysis", id), () -> t.run(values, context));
        return required(frame, "plugin.analysis.no_frame");
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
