package org.clientele.plugins.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.clientele.plugins.segmentation.SessionContext;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.plugins.segmentation.rules.Rfm;
import org.clientele.plugins.segmentation.rules.Tiers;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;

class SegmentersTest {
    private static <P extends Record> Segmentation fit(Segmenter<P> segmenter, SessionContext context) {
        return segmenter.fit(segmenter.defaults(), context);
    }

    @Test
    void aModelPutsCustomersWhereTheyWereFoundOnAnyNumberOfCoresAndFollowsThemToOtherDays() throws Exception {
        List<Segmenter<?>> all = new ArrayList<>(ClusterSegmenter.all());
        all.add(new Rfm());
        all.add(new Tiers());
        try (Shop shop = Shop.sample(700)) {
            SessionContext now = new SessionContext(shop.session(), Period.all());
            SessionContext then = new SessionContext(shop.session(), new Period(null, LocalDate.of(2024, 6, 30)));
            for (Segmenter<?> segmenter : all) {
                Segmentation one =
                        new ForkJoinPool(1).submit(() -> fit(segmenter, now)).get();
                Segmentation two =
                        new ForkJoinPool(2).submit(() -> fit(segmenter, now)).get();
                assertThat(two).as(segmenter.title()).isEqualTo(one);
                assertThat(one.members().size()).isGreaterThan(300);
                assertThat(segmenter.apply(one.model(), now))
                        .as(segmenter.title())
                        .isEqualTo(one.members());
                Members before = segmenter.apply(one.model(), then);
                assertThat(before.size())
                        .as(segmenter.title())
                        .isPositive()
                        .isLessThan(one.members().size());
                assertThat(before.sizes(one.segments().size())).isNotEmpty();
            }
        }
    }
}
