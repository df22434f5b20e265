package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.arrange.Placement;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.platform.runtime.breakdown.Way;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.junit.jupiter.api.Test;

class BookmarkTest extends RuntimeTest {
    private static final Scope SCOPE = new Scope(
                    PeriodChoice.YEAR_TO_DATE,
                    new Period(LocalDate.of(2024, 1, 1), null),
                    Comparison.PREVIOUS,
                    List.of(
                            new Filter.Members("country", Arrays.asList("France", null, "Cote d'Ivoire"), true),
                            Filter.between("customer.income", "10", null),
                            Filter.where("quantity > 2 and country = 'A \"b\"'")),
                    Map.of("by-month", List.of(Filter.between("month", "2024-01-01", "2024-03-01"))))
            .shownAs("by-month", new ShownAs(Running.toDate(Grain.YEAR), true))
            .shownAs("by-week", new ShownAs(Running.rolling(4), false))
            .incomplete(Incomplete.LEFT_OUT)
            .chosen("top", "3")
            .drilled(
                    "tree",
                    Drill.by("country", "category")
                            .open(0, "country", null)
                            .then(2, Level.found(Way.FALL).showing(20).locked("channel", true))
                            .splitBy("product.brand"));

    @Test
    void aScopeComesBackAsItWas() {
        assertThat(ScopeJson.read(ScopeJson.write(SCOPE))).isEqualTo(SCOPE);
        assertThat(ScopeJson.read(ScopeJson.write(Scope.ALL))).isEqualTo(Scope.ALL);
        assertThat(ScopeJson.read("{\"period\":\"LAST_12_MONTHS\"}").choice())
                .as("as it was written before")
                .isEqualTo(PeriodChoice.LAST_12_MONTHS);
        for (String broken : List.of(
                "", "[]", "{", "{\"filters\":[{}]}", "{\"period\":\"NEVER\"}", "{\"days\":{\"from\":\"soon\"}}")) {
            assertThatThrownBy(() -> ScopeJson.read(broken)).as(broken).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Bookmark plain(String title) {
        return new Bookmark(title, "acme.shop/plain", Scope.ALL, Map.of(), Optional.empty(), "");
    }

    @Test
    void bookmarksAreFilesThatComeBackByTitle() throws Exception {
        Session session = session(open(withShop()));
        assertThat(session.bookmarks().all()).isEmpty();
        Bookmark b = new Bookmark(
                "Q1, Été",
                "acme.shop/plain",
                SCOPE,
                Map.of("revenue", new ViewState(Map.of("x", "0..0.5"))),
                Optional.of(new Arrangement(
                        List.of(new Placement("revenue", 7, 3, false), new Placement("n", 1, 1, true)))),
                "revenue");
        Path file = session.bookmarks().save(b);
        session.bookmarks().save(plain("another"));
        assertThat(session.bookmarks().all()).extracting(Bookmark::title).containsExactly("another", "Q1, Été");
        assertThat(session.bookmarks().all()).contains(b);
        assertThat(session.bookmarks().all().get(0).arrangement())
                .as("none is not the plugin's own")
                .isEmpty();
        Files.writeString(file, Files.readString(file).replace("\"span\" : 7", "\"span\" : 77"));
        assertThat(session.bookmarks().all()).extracting(Bookmark::title).containsExactly("another");
        session.bookmarks().save(plain("Q1, Été"));
        assertThat(session.bookmarks().all()).hasSize(2).doesNotContain(b);
        Files.writeString(file, "{");
        assertThat(session.bookmarks().all()).hasSize(1);
        session.bookmarks().remove("another");
        session.bookmarks().remove("never there");
        assertThat(session.bookmarks().all()).isEmpty();
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.bookmarks().save(plain(" ")), "needs a name");
    }
}
