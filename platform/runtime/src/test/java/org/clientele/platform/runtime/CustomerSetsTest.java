package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetComparison;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetOperation;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.runtime.sets.SetSize;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerSetsTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final String HEAD = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,country\n";

    private Workspace workspace;
    private Session session;
    private CustomerSets sets;

    @BeforeEach
    void openOne() {
        workspace = open(withShop());
        session = session(workspace);
        sets = session.sets();
    }

    private long load(String name, String... rows) throws Exception {
        Path file = temp.resolve(name);
        Files.writeString(file, HEAD + String.join("", rows));
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
        return session.imports().all().get(0).id();
    }

    private long loadShop() throws Exception {
        load(
                "a.csv",
                "1,2026-01-01,c1,p1,2,5,France\n",
                "2,2026-01-02,c2,p1,1,7,Spain\n",
                "3,2026-02-02,,p1,1,9,France\n");
        return load("b.csv", "4,2026-02-03,c3,p1,1,3,France\n", "5,2026-02-04,c1,p2,1,1,Spain\n");
    }

    private static SetRule lines(Filter... filters) {
        return SetRule.of(Scope.ALL.filtered(List.of(filters)));
    }

    private CustomerSet make(String name, SetRule rule) {
        return sets.create(SetDraft.of(name, rule), Progress.NONE, NEVER);
    }

    private double revenue(Filter filter) {
        return session.query(MetricQuery.of("revenue").where(filter), NEVER)
                .column("revenue")
                .doubleAt(0);
    }

    @Test
    void aSetKeepsWhoWasChosenWithWhenAndFromWhatAndSurvivesReopening() throws Exception {
        loadShop();
        CustomerSet french = make("Café clients", lines(Filter.in("country", "France")));
        assertThat(french.key()).isEqualTo("cafe_clients");
        assertThat(french.listed()).isEqualTo(2);
        assertThat(french.said()).isEqualTo("Customers with an order line where country is France.");
        assertThat(french.dataAsOf()).hasToString("2026-02-04T00:00");
        assertThat(french.madeUnder()).isEqualTo("Allow all");
        assertThat(sets.size(french, NEVER)).isEqualTo(new SetSize(2, 0, 2 / 3.0));
        workspace.close();
        openOne();
        assertThat(sets.all()).containsExactly(french);
        assertThat(revenue(french.filter())).isEqualTo(14);
        assertThat(revenue(Filter.in(french.dimension(), "in"))).isEqualTo(14);
        assertThat(session.rows(sets.members(french, List.of("customer_id")).rows(), NEVER)
                        .rowCount())
                .isEqualTo(2);
    }

    @Test
    void aFixedSetStaysAndASetByRuleFollowsTheData() throws Exception {
        long second = loadShop();
        SetRule france = lines(Filter.in("country", "France"));
        CustomerSet fixed = make("Fixed", france);
        CustomerSet rule = sets.create(new SetDraft("Rule", "", france, false), Progress.NONE, NEVER);
        assertThat(rule.fixed()).isFalse();
        assertThat(sets.size(rule, NEVER).members()).isEqualTo(2);
        session.imports().undo(second, NEVER);
        assertThat(sets.size(fixed, NEVER)).isEqualTo(new SetSize(1, 1, 0.5));
        assertThat(sets.size(rule, NEVER).members()).isEqualTo(1);
        load("c.csv", "4,2026-02-03,c3,p1,1,3,Spain\n", "6,2026-03-01,c4,p1,1,4,France\n");
        assertThat(sets.size(fixed, NEVER).gone())
                .as("who comes back is in it again")
                .isZero();
        assertThat(revenue(fixed.filter())).isEqualTo(13);
        assertThat(revenue(rule.filter())).isEqualTo(14);
    }

    @Test
    void setsArePutTogetherNamedAnewDeletedAndBroughtBack() throws Exception {
        loadShop();
        CustomerSet france = make("France", lines(Filter.in("country", "France")));
        CustomerSet spain = make("Spain", lines(Filter.in("country", "Spain")));
        CustomerSet both = sets.combine(SetOperation.INTERSECTION, france, spain, "Both", "", Progress.NONE, NEVER);
        assertThat(both.listed()).isEqualTo(1);
        assertThat(both.said()).isEqualTo("Who is in both: France, Spain.");
        CustomerSet renamed = sets.rename(france, "La France", "Since 2026");
        assertThat(renamed.key()).isEqualTo("la_france");
        assertThat(revenue(Filter.in("customer-set", "france")))
                .as("the earlier key")
                .isEqualTo(14);
        assertThat(sets.get("la france")).isEqualTo(renamed);
        assertThat(sets.rename(renamed, "France", "").key()).isEqualTo("france");

        sets.delete(spain);
        assertThatThrownBy(() -> revenue(spain.filter()))
                .hasMessageContaining("The customer set \"Spain\" was deleted on")
                .hasMessageContaining("Bring it back");
        CustomerSet again = make("Spain", lines(Filter.in("country", "Spain")));
        assertThat(again.key()).as("no filter changes its meaning").isEqualTo("spain_2");
        assertThatThrownBy(() -> sets.restore(sets.deleted("spain"))).hasMessageContaining("already");
        sets.delete(again);
        sets.restore(spain);
        assertThat(revenue(spain.filter())).isEqualTo(18);
    }

    @Test
    void whatMakesNoSetIsRefusedAndLeavesNothing() throws Exception {
        loadShop();
        make("France", lines(Filter.in("country", "France")));
        refused("needs a name", () -> make(" ", lines()));
        refused("called \"France\" already", () -> make("france", lines()));
        refused("No customer is chosen", () -> make("Nobody", lines(Filter.in("country", "Peru"))));
        refused("no dimension \"planet\"", () -> make("Wrong", lines(Filter.in("planet", "Mars"))));
        refused("lead to no customer", () -> make("Products", SetRule.of(RowQuery.of("product", "product_id"))));
        refused("There is no customer set \"x\". There are: france.", () -> sets.get("x"));
        refused("another one", () -> sets.compare(sets.get("france"), sets.get("france")));
        SetRule found = lines(Filter.in("segment.live_0", "Large"));
        refused(
                "that nobody published",
                () -> sets.create(new SetDraft("Found", "", found, false), Progress.NONE, NEVER));
        refused("no longer kept", () -> sets.create(new SetDraft("Found", "", found, true), Progress.NONE, NEVER));
        CancelSignal cancelled = CancelSignal.create();
        cancelled.cancel();
        assertThatThrownBy(() -> sets.create(SetDraft.of("Late", lines()), Progress.NONE, cancelled))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(sets.all()).hasSize(1);
        assertThat(workspace.warehouse().memberships().all()).hasSize(1);
    }

    private static void refused(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(AnalyticsException.class).hasMessageContaining(sentence);
    }

    @Test
    void aListThatTheCatalogDoesNotNameIsGoneAtTheNextStart() throws Exception {
        loadShop();
        CustomerSet france = make("France", lines(Filter.in("country", "France")));
        long orphan = workspace.sets().stored().nextDataset();
        workspace
                .warehouse()
                .memberships()
                .write(
                        orphan,
                        new org.clientele.platform.warehouse.SqlQuery(
                                "SELECT customer_id FROM customer", List.of(), List.of()),
                        NEVER);
        workspace.close();
        openOne();
        assertThat(workspace.warehouse().memberships().all()).hasSize(1).doesNotContainKey(orphan);
        assertThat(sets.size(france, NEVER).members()).isEqualTo(2);
    }

    @Test
    void aReaderSeesTheMembersThatHerPolicyShows() throws Exception {
        loadShop();
        CustomerSet all = make("All", new SetRule("customer", List.of(), null, null));
        Policy some = new Policy("Some", Map.of("customer", List.of("customer_id <> 'c1'")), Set.of(), Set.of());
        try (Session reader = workspace.session(Subject.local(), some)) {
            assertThat(reader.sets().size(all, NEVER)).isEqualTo(new SetSize(2, 0, 1));
            assertThat(reader.query(MetricQuery.of("revenue").where(all.filter()), NEVER)
                            .column("revenue")
                            .doubleAt(0))
                    .isEqualTo(10);
        }
    }

    @Test
    void aComparisonIsADashboardWithOverlapFiguresSharesAndDoubts() throws Exception {
        loadShop();
        CustomerSet france = make("France", lines(Filter.in("country", "France")));
        CustomerSet spain = make("Spain", lines(Filter.in("country", "Spain")));
        SetComparison c = sets.compare(france, spain);
        SetComparison.Overlap overlap = c.overlap(NEVER);
        assertThat(overlap).isEqualTo(new SetComparison.Overlap(2, 2, 1));
        assertThat(overlap.jaccard()).isEqualTo(1 / 3.0);
        Frame shares = c.shares("country", 0, org.clientele.platform.runtime.sets.Narrowed.ALL, NEVER);
        assertThat(shares.column("share_a").doubleAt(0)).isEqualTo(1);
        assertThat(shares.column("index").doubleAt(0)).isEqualTo(2);
        assertThat(shares.caveats()).extracting(Caveat::kind).contains(Caveat.Kind.SMALL_SAMPLE);
        try (DashboardView view =
                session.open(ComparisonBoard.entry(france, spain).id(), Scope.ALL, tile -> {})) {
            view.await();
            view.spec()
                    .tiles()
                    .forEach(t -> assertThat(view.state(t.id()))
                            .as(t.id() + ": " + view.failure(t.id()))
                            .isEqualTo(TileState.READY));
        }
        try (DashboardView view =
                session.open(ComparisonBoard.entry(france, null).id(), Scope.ALL, tile -> {})) {
            view.await();
            assertThat(view.frame("overlap").orElseThrow().column("customers").longAt(1))
                    .isEqualTo(1);
        }
        sets.delete(spain);
        assertThatThrownBy(
                        () -> session.open(ComparisonBoard.entry(france, spain).id(), Scope.ALL, tile -> {}))
                .hasMessageContaining("was deleted");
    }

    @Test
    void anAnalysisUnderADeletedSetSaysSoAndDoesNotRemember() throws Exception {
        loadShop();
        CustomerSet spain = make("Spain", lines(Filter.in("country", "Spain")));
        AnalysisCall call = AnalysisCall.of("top-share");
        List<Filter> filters = List.of(spain.filter());
        assertThat(session.analyse(call, Period.all(), filters, Progress.NONE, NEVER)
                        .rowCount())
                .isEqualTo(1);
        sets.delete(spain);
        assertThatThrownBy(() -> session.analyse(call, Period.all(), filters, Progress.NONE, NEVER))
                .hasMessageContaining("was deleted");
    }

    @Test
    void membersAreExportedWithWhoTheyAre() throws Exception {
        loadShop();
        CustomerSet france = make("France", lines(Filter.in("country", "France")));
        Path csv = temp.resolve("france.csv");
        Export.ofMembers(session, france, NEVER)
                .write(FileFormat.CSV, csv, ExportOptions.standard(), Progress.NONE, NEVER);
        assertThat(Files.readString(csv)).contains("\"c1\"").contains("\"c3\"").doesNotContain("\"c2\"");
        assertThat(Files.readString(temp.resolve("france-about.txt"))).contains("the customer is in the set");
        Path xlsx = temp.resolve("france.xlsx");
        Export.ofMembers(session, france, NEVER)
                .write(FileFormat.XLSX, xlsx, ExportOptions.standard(), Progress.NONE, NEVER);
        assertThat(xlsx).isNotEmptyFile();

        StringBuilder many = new StringBuilder("customer_id,country\n");
        for (int i = 0; i < 20_010; i++) {
            many.append("m").append(i).append(",Norway\n");
        }
        Path file = Files.writeString(temp.resolve("many.csv"), many);
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
        CustomerSet all = make("All", new SetRule("customer", List.of(), null, null));
        Path whole = temp.resolve("all.csv");
        Export.ofMembers(session, all, NEVER)
                .write(FileFormat.CSV, whole, ExportOptions.standard(), Progress.NONE, NEVER);
        assertThat(Files.readAllLines(whole).stream().skip(1).distinct())
                .as("more than are read at once")
                .hasSize((int) sets.size(all, NEVER).members())
                .hasSizeGreaterThan(20_010);
    }
}
