package org.clientele.platform.host;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's chart type as the rest of the platform holds it. Kind and width are kept, so that asking for them never
 * calls into the plugin.
 */
final class RevocableChartType implements ChartType {
    private static final Texts TEXTS = Texts.of(RevocableChartType.class);

    private final Lease lease;
    private final String kind;
    private final double minWidth;
    private volatile @Nullable ChartType target;

    RevocableChartType(Lease lease, ChartType target, String kind, double minWidth) {
        this.lease = lease;
        this.target = target;
        this.kind = kind;
        this.minWidth = minWidth;
        lease.onRevoke(() -> this.target = null);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public double minWidth() {
        return minWidth;
    }

    @Override
    public Scene layout(ChartRequest request) {
        ChartType chart = target;
        if (chart == null) {
            throw lease.stopped();
        }
        @Nullable
        Scene scene = lease.call(TEXTS.get("revocable.chart.type.layout_chart", kind), () -> chart.layout(request));
        if (scene == null) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED,
                    TEXTS.get("revocable.chart.type.returned_no_scene_for_chart", lease.plugin(), kind));
        }
        return scene;
    }

    @Override
    public String toString() {
        return kind;
    }
}
