package org.clientele.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Segmentation.Segment;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    private static final List<Segment> TWO =
            List.of(new Segment("large", "Large", "", ""), new Segment("small", "Small", "", "Write."));

    private static Members members(int... segments) {
        String[] ids = new String[segments.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "c" + i;
        }
        return Members.of(ids, segments);
    }

    @Test
    void aFrameHasARowForEachMemberWithTheNameOfHerSegment() {
        Frame frame = new Segmentation(TWO, "{}", members(1, 0, 1)).frame("Customer", "Segment");

        assertThat(frame.rowCount()).isEqualTo(3);
        assertThat(frame.column("customer").textAt(2)).isEqualTo("c2");
        assertThat(frame.column("segment").textAt(2)).isEqualTo("Small");
        assertThat(frame.column("segment").textAt(1)).isEqualTo("Large");
        assertThat(frame.column("customer").spec().dimension()).isEqualTo("customer");
    }

    @Test
    void aCustomerIsInOneSegmentThatThereIs() {
        assertThatThrownBy(() -> Members.of(new String[] {"a", "a"}, new int[] {0, 1}))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("The customer a is named twice");
        assertThatThrownBy(() -> new Segmentation(TWO, "{}", members(0, 2)))
                .hasMessageContaining("There are 2 segments, and a customer is in number 3");
        assertThatThrownBy(() -> Members.of(new String[] {"a"}, new int[] {-1}))
                .hasMessageContaining("The customer a is in the segment -1");
    }

    @Test
    void segmentsAreToldApartByKeyAndNameAndNoneIsNobodysName() {
        List<Segment> alike = List.of(new Segment("a", "Large", "", ""), new Segment("b", "large", "", ""));

        assertThatThrownBy(() -> new Segmentation(alike, "{}", members()))
                .hasMessageContaining("Two segments are called \"large\"");
        assertThatThrownBy(() -> new Segment("none", "None", "", "")).hasMessageContaining("those in no segment are");
        assertThatThrownBy(() -> new Segmentation(List.of(), "{}", members())).hasMessageContaining("0 segments");
    }

    @Test
    void whoHandedTheArraysInCannotChangeThem() {
        int[] segments = {0, 1};
        Members members = Members.of(new String[] {"a", "b"}, segments);
        segments[0] = 1;

        assertThat(members.sizes(2)).containsExactly(1, 1);
    }
}
