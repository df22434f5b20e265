package org.clientele.plugins.segmentation.profile;

import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/**
 * An analysis of segments or features, whose title and description stand in this package's bundle.
 *
 * @param name behind the plugin's namespace
 * @param defaults its parameters where nobody chose others
 * @param work what it does
 */
public record SegmentAnalysis<P extends Record>(String name, P defaults, Work<P> work) implements Analysis<P> {
    private static final Texts TEXTS = Texts.of(SegmentAnalysis.class);

    /** Works out a frame. */
    @FunctionalInterface
    public interface Work<P> {
        /** The frame, or an exception that says what is lacking. */
        Frame of(P parameters, AnalysisContext context);
    }

    @Override
    public QualifiedId id() {
        return QualifiedId.of(SegmentationMetrics.NAMESPACE + name);
    }

    @Override
    public String title() {
        return TEXTS.get("analysis." + name);
    }

    @Override
    public String description() {
        return TEXTS.get("analysis." + name + ".description");
    }

    @Override
    public Frame run(P parameters, AnalysisContext context) {
        return work.of(parameters, context);
    }
}
