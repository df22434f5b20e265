package org.clientele.plugins.segmentation.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.segmentation.features.FeatureFrame;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/**
 * Customers and the segment that each is in.
 *
 * @param table the customers and what the segments were made of
 * @param labels for each customer of the table the place of her segment, or -1 for none
 * @param segments in the order in which they are shown
 * @param model all that it takes to put others into them
 * @param caveats what to know about it, those of the table among them
 */
public record Segmented(FeatureTable table, int[] labels, List<Segment> segments, String model, List<Caveat> caveats) {
    private static final Texts TEXTS = Texts.of(Segmented.class);

    public Segmented {
        segments = List.copyOf(segments);
        caveats = List.copyOf(caveats);
        if (labels.length != table.size()) {
            throw new IllegalArgumentException(labels.length + " labels for " + table.size() + " customers.");
        }
    }

    /** Those who are in a segment. */
    public Members members() {
        int n = 0;
        String[] customers = new String[labels.length];
        int[] places = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                customers[n] = table.customers().get(i);
                places[n++] = labels[i];
            }
        }
        return Members.of(java.util.Arrays.copyOf(customers, n), java.util.Arrays.copyOf(places, n));
    }

    /** As it is published. */
    public Segmentation segmentation() {
        return new Segmentation(segments, model, members(), caveats);
    }

    /**
     * The same where they were found as of a day of their own: published are customers as they are known now, in the segments of that day, as they
     * will be whenever they are put into them again.
     *
     * @param asOf that day, or ""
     * @param apply puts customers into the segments of a model as they are known now
     */
    public Segmentation segmentation(String asOf, Function<String, Members> apply) {
        return asOf.isBlank() ? segmentation() : new Segmentation(segments, model, apply.apply(model), caveats);
    }

    /** How many customers each segment has. */
    public int[] sizes() {
        int[] sizes = new int[segments.size()];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return sizes;
    }

    /** The segment of each customer by name, missing where she is in none. */
    public Column names() {
        Column.Builder names =
                Column.builder(new ColumnSpec("segment", ColumnType.TEXT, Unit.none(), TEXTS.get("column.segment")));
        for (int label : labels) {
            if (label < 0) {
                names.addNull();
            } else {
                names.addText(segments.get(label).name());
            }
        }
        return names.build();
    }

    /**
     * A row a customer: who she is, her segment, other columns, and what the segments were made of.
     *
     * @param more as long as the table
     */
    public Frame frame(List<Column> more) {
        List<Column> all = new ArrayList<>(List.of(FeatureFrame.customers(table), names()));
        all.addAll(more);
        all.addAll(FeatureFrame.columns(table));
        return Frame.of(all).withCaveats(caveats);
    }
}
