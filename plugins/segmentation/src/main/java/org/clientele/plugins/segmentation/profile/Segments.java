package org.clientele.plugins.segmentation.profile;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** What frames of segments have in common. */
public final class Segments {
    /** The column of segments. */
    public static final String SEGMENT = "segment";

    private static final Texts TEXTS = Texts.of(Segments.class);
    private static final int FEW = 30;

    private Segments() {}

    /** The column of segments, whose members can be picked where the segmentation is published. */
    public static ColumnSpec column(Described of) {
        ColumnSpec plain = new ColumnSpec(SEGMENT, ColumnType.TEXT, Unit.none(), TEXTS.get("column.segment"));
        return of.dimension().isEmpty() ? plain : plain.ofDimension(of.dimension());
    }

    /** The frame with the doubts of the customers, their features and their segments. */
    public static Frame told(Described of, Frame frame) {
        Frame told = frame.withCaveats(of.table().caveats()).withCaveats(of.caveats());
        int[] sizes = of.sizes();
        List<String> small = IntStream.range(0, sizes.length)
                .filter(g -> sizes[g] < FEW)
                .mapToObj(of.names()::get)
                .toList();
        return small.isEmpty()
                ? told
                : told.withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE, TEXTS.get("caveat.small", small.size(), Words.list(small, 4), FEW)));
    }
}
