package org.clientele.plugins.executive.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.testkit.PluginWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of the page against queries of their metrics, on the real runtime. */
class ProfilePageTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    private static PluginWorkspace workspace;

    @BeforeAll
    static void open() {
        workspace = PluginWorkspace.withSample(400);
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    private static Frame analyse(String name, List<Filter> filters) {
        return workspace
                .session()
                .analyse(AnalysisCall.of("clientele.executive/" + name), Period.all(), filters, Progress.NONE, NEVER);
    }

    private static Frame query(MetricQuery query) {
        return workspace.session().query(query, NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "United Kingdom"})
    void genderIsAsTheQueryByGenderSays(String country) {
        List<Filter> filters = country.isEmpty() ? List.of() : List.of(Filter.in("country", country));
        MetricQuery by = MetricQuery.of("revenue", "customers").by("customer.gender");
        Frame asked = query(filters.isEmpty() ? by : by.where(filters.get(0)));
        Map<String, double[]> truth = new HashMap<>();
        for (int row = 0; row < asked.rowCount(); row++) {
            String gender = asked.column("customer.gender").textAt(row);
            if (gender != null) {
                truth.put(gender, new double[] {
                    asked.column("revenue").doubleAt(row),
                    asked.column("customers").doubleAt(row)
                });
            }
        }
        Frame frame = analyse("profile-gender", filters);
        assertThat(frame.rowCount()).isEqualTo(truth.size()).isPositive();
        for (int row = 0; row < frame.rowCount(); row++) {
            double[] figures = Objects.requireNonNull(
                    truth.get(frame.column("customer.gender").textAt(row)));
            assertThat(frame.column("revenue").doubleAt(row)).isCloseTo(figures[0], within(0.005));
            assertThat(frame.column("customers").doubleAt(row)).isEqualTo(figures[1]);
        }
    }

    @Test
    void tiersAddUpToAllKnownCustomers() {
        Frame tiers = analyse("profile-tiers", List.of());
        double revenue = 0;
        double customers = 0;
        for (int row = 0; row < tiers.rowCount(); row++) {
            revenue += tiers.column("revenue").doubleAt(row);
            customers += tiers.column("customers").doubleAt(row);
        }
        Frame all = query(MetricQuery.of("revenue", "customers").where(Filter.where("customer is not null")));
        assertThat(revenue).isCloseTo(all.column("revenue").doubleAt(0), within(0.05));
        assertThat(customers).isEqualTo(all.column("customers").doubleAt(0));
        assertThat(tiers.column("tier").textAt(0)).isEqualTo("VIP");
        assertThat(tiers.column("customers").doubleAt(0)).isLessThanOrEqualTo(customers * 0.05 + 0.5);
    }

    @Test
    void agesAreToldOnTheDayOfTheDataAndBracketsHaveTheirEnds() {
        assertThat(ProfileAnalyses.bracket(24)).isEqualTo("under 25");
        assertThat(ProfileAnalyses.bracket(25)).isEqualTo("25–34");
        assertThat(ProfileAnalyses.bracket(34)).isEqualTo("25–34");
        assertThat(ProfileAnalyses.bracket(35)).isEqualTo("35–44");
        assertThat(ProfileAnalyses.bracket(64)).isEqualTo("55–64");
        assertThat(ProfileAnalyses.bracket(65)).isEqualTo("65 up");
        Frame age = analyse("profile-age", List.of());
        assertThat(age.column("age").doubleAt(0)).isBetween(30.0, 60.0);
        assertThat(age.insight()).startsWith("On 2025-12-31");
        Frame brackets = analyse("profile-age-brackets", List.of());
        double sum = 0;
        for (int row = 0; row < brackets.rowCount(); row++) {
            sum += brackets.column("revenue").doubleAt(row);
        }
        assertThat(brackets.column("average").doubleAt(0)).isCloseTo(sum / brackets.rowCount(), within(0.01));
    }
}
