package org.clientele.sdk.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Customers put into segments, and what it takes to put others into the same ones. Each customer is in one segment or in none.
 *
 * @param segments at least one, in the order in which they are shown
 * @param model everything needed to put customers into these segments again, as text of the analysis's own (JSON, as a rule): cuts, centres,
 *     scales, the features and how they were prepared. It is kept as it is and handed back, also to later versions of the plugin
 * @param members who is in which segment
 * @param caveats doubts that go with it
 */
public record Segmentation(List<Segment> segments, String model, Members members, List<Caveat> caveats) {
    private static final Texts TEXTS = Texts.of(Segmentation.class);

    /** The most segments that a segmentation has. */
    public static final int MOST = 200;

    /** The member of a segmentation's dimension for customers who are in none of its segments. No segment has this name. */
    public static final String NONE = "none";

    /** What the dimensions of segments begin with that were found while somebody looked and that nobody published. */
    public static final String LIVE = "segment.live_";

    /**
     * One segment.
     *
     * @param key what it is known by, whatever people call it: the same for the same segment of each fit, such as {@code champions}; a cluster has
     *     its number. 1 to 100 characters
     * @param name for people, other than that of all other segments: "Champions". People may change it later
     * @param description who is in it, in a sentence, or ""
     * @param action what one would do for these customers, in a sentence, or ""
     */
    public record Segment(String key, String name, String description, String action) {
        public Segment {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(action, "action");
            if (key.isBlank() || key.length() > 100 || name.isBlank() || name.length() > 100) {
                throw broken(TEXTS.get("segmentation.key_and_name_segment", key, name));
            }
            if (name.strip().toLowerCase(Locale.ROOT).equals(NONE)) {
                throw broken(TEXTS.get("segmentation.segment_is_not_called", NONE));
            }
        }
    }

    public Segmentation {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(members, "members");
        segments = List.copyOf(segments);
        caveats = List.copyOf(caveats);
        if (segments.isEmpty() || segments.size() > MOST) {
            throw broken(TEXTS.get("segmentation.it_has_segments_not", segments.size(), MOST));
        }
        Set<String> known = new HashSet<>();
        for (Segment s : segments) {
            if (!known.add("key " + s.key())
                    || !known.add("name " + s.name().strip().toLowerCase(Locale.ROOT))) {
                throw broken(TEXTS.get("segmentation.two_segments_are_called", s.name(), s.key()));
            }
        }
        members.sizes(segments.size());
    }

    /** Without doubts. */
    public Segmentation(List<Segment> segments, String model, Members members) {
        this(segments, model, members, List.of());
    }

    /**
     * One row a member: {@code customer} and the name of her {@code segment}, in the members' order.
     *
     * @param customer the heading of the customers
     * @param segment the heading of the segments
     */
    public Frame frame(String customer, String segment) {
        Column.Builder ids = Column.builder(text("customer", customer).ofDimension("customer"));
        Column.Builder names = Column.builder(text("segment", segment));
        for (int i = 0; i < members.size(); i++) {
            ids.addText(members.customer(i));
            names.addText(segments.get(members.segment(i)).name());
        }
        return Frame.of(ids.build(), names.build()).withCaveats(caveats);
    }

    private static ColumnSpec text(String name, String label) {
        return new ColumnSpec(name, ColumnType.TEXT, Unit.none(), label);
    }

    private static AnalyticsException broken(String what) {
        return new AnalyticsException(ErrorCode.CONTRACT_BROKEN, TEXTS.get("segmentation.segmentation_is_wrong", what));
    }
}
