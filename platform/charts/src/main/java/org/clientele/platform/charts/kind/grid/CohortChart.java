package org.clientele.platform.charts.kind.grid;

import java.util.Locale;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A measure by the age of each cohort, a triangle: ROW is the cohort, X the age, Y the measure, SIZE how many members the
 * cohort has. Where Y counts the same as SIZE, the cells show its share of SIZE. The last row is the average, weighted by
 * SIZE where there is one.
 */
public final class CohortChart implements ChartType {
    private static final Texts TEXTS = Texts.of(CohortChart.class);

    @Override
    public String kind() {
        return ChartSpec.COHORT;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Frame f = r.frame();
        Column cohort = f.column(r.spec().column(Channel.ROW));
        Column age = f.column(r.spec().column(Channel.X));
        Column y = f.column(r.spec().column(Channel.Y));
        Column size = r.spec().columns(Channel.SIZE).isEmpty()
                ? null
                : f.column(r.spec().column(Channel.SIZE));
        Column shown = share(y, size);
        String title = TEXTS.get(
                "cohort.chart.each_by",
                Labels.of(y, r.metrics()),
                Labels.of(cohort, r.metrics()).toLowerCase(Locale.ROOT),
                Labels.of(age, r.metrics()).toLowerCase(Locale.ROOT));
        CohortLayout layout = new CohortLayout(r, cohort, age, y, shown, size);
        if (!layout.any()) {
            return HeatChart.nothing(r, title);
        }
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }

    private static Column share(Column y, @Nullable Column size) {
        if (size == null
                || y.unit().isRatio()
                || !y.unit().equals(size.unit())
                || y.unit().equals(Unit.none())) {
            return y;
        }
        Column.Builder b = Column.builder(new ColumnSpec(
                y.name(), ColumnType.DOUBLE, Unit.ratio(), y.spec().label()));
        for (int i = 0; i < y.size(); i++) {
            double part = y.doubleAt(i) / size.doubleAt(i);
            b.addDouble(Double.isFinite(part) ? part : Double.NaN);
        }
        return b.build();
    }
}
