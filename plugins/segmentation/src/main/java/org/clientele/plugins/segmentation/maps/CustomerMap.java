package org.clientele.plugins.segmentation.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.map.Pca;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.plugins.segmentation.profile.SegmentsOnShow;
import org.clientele.plugins.segmentation.profile.Words;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/**
 * Customers on a map that keeps as much of what tells them apart as a plane or a room can hold: principal components of the very
 * coordinates in which segments are found.
 *
 * @param placed the customers
 * @param pca the components
 */
record CustomerMap(SegmentsOnShow.Placed placed, Pca pca) {
    private static final Texts TEXTS = Texts.of(CustomerMap.class);
    private static final int NAMED = 2;

    static CustomerMap of(SegmentsOnShow choice, int dimensions, AnalysisContext context) {
        SegmentsOnShow.Placed placed = choice.placed(context);
        Points points = placed.prepared().points();
        if (points.columns() < dimensions) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("map.few.features", dimensions, points.columns()));
        }
        return new CustomerMap(placed, Pca.of(points, Pca.Basis.COVARIANCE, context.cancel()));
    }

    /** A row a customer: her segment and where she is. */
    Frame places(int dimensions, AnalysisContext context) {
        Described s = placed.segmented();
        Points scores = pca.scores(placed.prepared().points(), dimensions, context.cancel());
        FrameRows rows = new FrameRows().column(customer()).column(Segments.column(s));
        for (int c = 0; c < dimensions; c++) {
            rows.number("component-" + (c + 1), name(c), Unit.none());
        }
        // Segment by segment, so that colours are in the order of the segments.
        for (int g = 0; g < s.count(); g++) {
            for (int i : s.rows(g)) {
                Object[] row = new Object[2 + dimensions];
                row[0] = s.table().customers().get(i);
                row[1] = s.names().get(g);
                for (int c = 0; c < dimensions; c++) {
                    row[2 + c] = scores.at(i, c);
                }
                rows.row(row);
            }
        }
        double held = IntStream.range(0, dimensions)
                .mapToDouble(c -> pca.explained()[c])
                .sum();
        return Segments.told(s, rows.frame())
                .withInsight(TEXTS.get(
                        "map.insight",
                        dimensions,
                        Words.percent(held),
                        placed.prepared().coordinates().size()));
    }

    /** The column of customers, who can be picked. */
    static ColumnSpec customer() {
        return new ColumnSpec("customer", ColumnType.TEXT, Unit.none(), TEXTS.get("column.customer"))
                .ofDimension("customer");
    }

    /** "Component 1 (54 %)". */
    private String name(int component) {
        return TEXTS.get("component.share", component + 1, Words.percent(pca.explained()[component]));
    }

    /** A row a component: how much of the variance it holds, and what it is made of. */
    Frame variance() {
        FrameRows rows = new FrameRows()
                .text("component", TEXTS.get("column.component"))
                .share("share", TEXTS.get("column.variance"))
                .share("together", TEXTS.get("column.together"))
                .text("made", TEXTS.get("column.made"));
        double[] explained = pca.explained();
        double together = 0;
        int most = 0;
        for (int c = 0; c < explained.length; c++) {
            together += explained[c];
            most += together < 0.8 ? 1 : 0;
            rows.row(TEXTS.get("component", c + 1), explained[c], together, made(c));
        }
        return Segments.told(placed.segmented(), rows.frame())
                .withInsight(TEXTS.get("variance.insight", Math.min(most + 1, explained.length)));
    }

    private String made(int component) {
        List<String> names = placed.prepared().coordinates();
        List<String> largest = IntStream.range(0, names.size())
                .boxed()
                .sorted((a, b) -> Double.compare(
                        Math.abs(pca.components()[component][b]), Math.abs(pca.components()[component][a])))
                .limit(NAMED)
                .map(names::get)
                .toList();
        return Words.list(largest, NAMED);
    }

    /** A row a coordinate and component: how closely they go together, as a correlation. */
    Frame loadings(int most) {
        Points points = placed.prepared().points();
        List<String> names = placed.prepared().coordinates();
        double[] deviations = deviations(points);
        FrameRows rows = new FrameRows()
                .text("feature", TEXTS.get("column.feature"))
                .text("component", TEXTS.get("column.component"))
                .number("loading", TEXTS.get("column.loading"), Unit.none());
        for (int j = 0; j < names.size(); j++) {
            for (int c = 0; c < Math.min(most, pca.variances().length); c++) {
                double loading = deviations[j] > 0 ? pca.loading(c, j) / deviations[j] : Double.NaN;
                rows.row(names.get(j), name(c), loading);
            }
        }
        List<String> first = new ArrayList<>();
        for (int c = 0; c < Math.min(NAMED, pca.variances().length); c++) {
            first.add(made(c));
        }
        return Segments.told(placed.segmented(), rows.frame())
                .withInsight(
                        first.size() == NAMED
                                ? TEXTS.get("loadings.insight", first.get(0), first.get(1))
                                : TEXTS.get("loadings.insight.one", first.get(0)));
    }

    private double[] deviations(Points points) {
        double[] squares = new double[points.columns()];
        for (int i = 0; i < points.rows(); i++) {
            for (int j = 0; j < squares.length; j++) {
                double d = points.at(i, j) - pca.means()[j];
                squares[j] += d * d;
            }
        }
        for (int j = 0; j < squares.length; j++) {
            squares[j] = Math.sqrt(squares[j] / (points.rows() - 1));
        }
        return squares;
    }
}
