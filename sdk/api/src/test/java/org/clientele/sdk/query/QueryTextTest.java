package org.clientele.sdk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void aCommandIsReadableAndSaysEveryFilter() {
        MetricQuery query = MetricQuery.of("clientele.core/revenue")
                .by("month")
                .during(new Period(LocalDate.of(2011, 1, 1), null))
                .where(Filter.in("country", "France", "EIRE"))
                .where(new Filter.Members("product.brand", Arrays.asList("A|B", null), true))
                .where(Filter.between("quantity", "2", null))
                .where(Filter.where("description = 'a \"b\"'"))
                .compare(Comparison.YEAR_BEFORE)
                .top(3);
        assertThat(QueryText.of(query))
                .isEqualTo("clientele query clientele.core/revenue --by month --from 2011-01-01"
                        + " --only \"country=France|EIRE\" --not \"product.brand=A\\\\|B|?\" --between \"quantity=2..\""
                        + " --where \"description = 'a \\\"b\\\"'\" --compare year-before --top 3");
        assertThat(QueryText.read(QueryText.of(query))).isEqualTo(query);
    }

    @Test
    void whateverTheMembersAreTheyComeBack() {
        Random random = new Random(11);
        String letters = "aé|?\\ \"$`='.,-%";
        for (int i = 0; i < 2_000; i++) {
            String[] members = new String[1 + random.nextInt(4)];
            for (int m = 0; m < members.length; m++) {
                StringBuilder text = new StringBuilder();
                int length = random.nextInt(6);
                for (int c = 0; c < length; c++) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                members[m] = random.nextInt(5) == 0 ? null : text.toString();
            }
            MetricQuery query = MetricQuery.of("revenue")
                    .where(new Filter.Members("country", Arrays.asList(members), random.nextBoolean()));
            assertThat(QueryText.read(QueryText.of(query)))
                    .as(QueryText.of(query))
                    .isEqualTo(query);
        }
    }

    @Test
    void whatIsNoFilterIsRefusedInWords() {
        assertThatThrownBy(() -> QueryText.members("France", false))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("country=France|Germany");
        assertThatThrownBy(() -> QueryText.range("quantity=2"))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("quantity=2..5");
    }
}
