package org.clientele.plugins.segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static double sum(Frame frame, String column) {
        return Arrays.stream(frame.column(column).doubles())
                .filter(v -> !Double.isNaN(v))
                .sum();
    }

    private static int row(Frame frame, String customer) {
        Column ids = frame.column("customer");
        for (int row = 0; row < frame.rowCount(); row++) {
            if (customer.equals(ids.textAt(row))) {
                return row;
            }
        }
        throw new AssertionError("no customer " + customer);
    }

    @Test
    void theMarketingFileGivesFifteenDerivedFeaturesAndItsOwnColumns() {
        try (Shop shop = Shop.marketingCampaign()) {
            Frame all = shop.analyse("features", "features", "profile,spend.*,channel.*");
            assertThat(all.rowCount()).isEqualTo(2240);
            assertThat(all.columns().stream().map(Column::name))
                    .contains(
                            "frequency",
                            "monetary",
                            "order-value",
                            "age",
                            "tenure",
                            "children",
                            "family-size",
                            "parent",
                            "couple",
                            "income-per-head",
                            "spend-of-income",
                            "spend-per-head",
                            "deal-share",
                            "campaigns-accepted",
                            "category-diversity",
                            "channel-diversity",
                            "visits-per-purchase",
                            "spend.wines",
                            "channel.web",
                            "mnt_wines",
                            "marital_status");
            assertThat(sum(all, "monetary")).isEqualTo(1_356_988);
            assertThat(sum(all, "mnt_wines")).isEqualTo(680_816);
            assertThat(sum(all, "frequency")).isEqualTo(9_150 + 5_963 + 12_970);
            assertThat(sum(all, "campaigns-accepted")).isEqualTo(144 + 30 + 163 + 167 + 163 + 334);
            assertThat(all.column("income").nullCount()).isEqualTo(24);
            int one = row(all, "5524");
            assertThat(all.column("age").doubleAt(one)).isEqualTo(2014 - 1957);
            assertThat(all.column("spend.wines").doubleAt(one)).isCloseTo(635.0 / 1617, within(1e-12));
            assertThat(all.column("deal-share").doubleAt(one)).isCloseTo(3.0 / 22, within(1e-12));
            assertThat(all.column("income-per-head").doubleAt(one)).isEqualTo(58138);
            Frame rfm = shop.analyse("features");
            assertThat(rfm.columns().stream().map(Column::name))
                    .containsExactly("customer", "recency", "frequency", "monetary");
            Frame told = shop.analyse("feature-information", "outcome", "Response");
            assertThat(told.column("feature").dictionary())
                    .as("accepted campaigns count the response itself")
                    .contains("AcceptedCmp5", "Income")
                    .doesNotContain("Campaigns accepted");
            assertThat(told.caveats().toString()).contains("Campaigns accepted");
            Frame how = shop.analyse("preparation", "features", "income,monetary,Education");
            assertThat(how.column("missing").longAt(0)).isEqualTo(24);
            assertThat(how.column("fill").textAt(0)).isEqualTo("51381.5");
            assertThat(how.caveats().toString()).contains("Income is not known of 24 customers");
            assertThatThrownBy(() -> shop.analyse("preparation", "features", "Z_Revenue"))
                    .hasMessageContaining("the same for all 2,240 customers");
            assertThatThrownBy(() -> shop.analyse("features", "features", "shoe-size"))
                    .hasMessageContaining("There is no feature \"shoe-size\"")
                    .hasMessageContaining("mnt_wines");
        }
    }

    @Test
    void theSampleTellsOrdersSharesInteractionsAndAttributes() {
        try (Shop shop = Shop.sample(300)) {
            Frame all = shop.analyse("features", "features", "lrfm,profile,shares,interaction-recency");
            assertThat(all.columns()).hasSizeGreaterThan(30);
            double[] shares = new double[all.rowCount()];
            for (Column c : all.columns()) {
                if (c.name().startsWith("spend.")) {
                    for (int row = 0; row < shares.length; row++) {
                        shares[row] += c.doubleAt(row);
                    }
                }
            }
            assertThat(Arrays.stream(shares).boxed().toList())
                    .allSatisfy(s -> assertThat(s).isCloseTo(1, within(1e-9)));
            assertThatThrownBy(() -> shop.analyse("features", "asOf", "2011"))
                    .hasMessageContaining("\"2011\" is no day");
            assertThatThrownBy(() -> shop.analyse("features", "asOf", "2011-01-01"))
                    .hasMessageContaining("Nothing was ordered up to 2011-01-01");
        }
        try (Shop shop = Shop.empty()) {
            assertThatThrownBy(() -> shop.analyse("features")).hasMessageContaining("No customers yet");
        }
    }
}
