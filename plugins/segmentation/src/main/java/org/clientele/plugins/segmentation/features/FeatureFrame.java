package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Features as columns of a frame. */
public final class FeatureFrame {
    private static final Texts TEXTS = Texts.of(FeatureFrame.class);
    private static final double MONEY = Math.pow(10, CustomerModel.MONEY_SCALE);

    private FeatureFrame() {}

    /** The customers, as members of their dimension. */
    public static Column customers(FeatureTable table) {
        Column.Builder ids = Column.builder(
                new ColumnSpec("customer", ColumnType.TEXT, Unit.none(), TEXTS.get("frame.customer"), "customer"));
        table.customers().forEach(ids::addText);
        return ids.build();
    }

    /** A column a feature, named by its key: whole numbers, exact money, texts of categories, else numbers. */
    public static List<Column> columns(FeatureTable table) {
        List<Column> all = new ArrayList<>();
        for (int f = 0; f < table.features().size(); f++) {
            all.add(column(table.features().get(f), table.values(f)));
        }
        return all;
    }

    private static Column column(Feature feature, double[] values) {
        if (feature.kind() == Feature.Kind.CATEGORY) {
            Column.Builder texts = Column.builder(spec(feature, ColumnType.TEXT));
            for (double v : values) {
                if (Double.isNaN(v)) {
                    texts.addNull();
                } else {
                    texts.addText(feature.levels().get((int) v));
                }
            }
            return texts.build();
        }
        boolean money = feature.unit().isMoney();
        double scale = money ? MONEY : 1;
        boolean exact = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || whole(v * scale, money));
        Column.Builder numbers = exact && money
                ? Column.decimalBuilder(spec(feature, ColumnType.DECIMAL), CustomerModel.MONEY_SCALE)
                : Column.builder(spec(feature, exact ? ColumnType.INTEGER : ColumnType.DOUBLE));
        for (double v : values) {
            if (Double.isNaN(v)) {
                numbers.addNull();
            } else if (exact) {
                numbers.addLong(Math.round(v * scale));
            } else {
                numbers.addDouble(v);
            }
        }
        return numbers.build();
    }

    private static boolean whole(double v, boolean nearly) {
        double apart = Math.abs(v - Math.rint(v));
        return Math.abs(v) < 1e15 && (nearly ? apart < 1e-3 : apart == 0);
    }

    private static ColumnSpec spec(Feature feature, ColumnType type) {
        return new ColumnSpec(feature.key(), type, feature.unit(), feature.label());
    }

    /** A row a customer. */
    public static Frame of(FeatureTable table) {
        List<Column> all = new ArrayList<>(List.of(customers(table)));
        all.addAll(columns(table));
        return Frame.of(all).withCaveats(table.caveats());
    }
}
