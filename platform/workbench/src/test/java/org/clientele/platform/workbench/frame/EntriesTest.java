package org.clientele.platform.workbench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.platform.workbench.frame.NavigationPane.Entry;
import org.clientele.platform.workbench.frame.NavigationPane.Group;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final List<Group> ALL = List.of(
            new Group(
                    "Executive",
                    List.of(
                            new Entry("e/overview", "Overview", "Revenue and customers."),
                            new Entry("e/regions", "Régions", ""))),
            new Group("Basket", List.of(new Entry("b/rules", "Rules", "What is bought together."))));

    private static List<String> shown(List<String> favourites, String search) {
        return Entries.shown(ALL, favourites, search).stream()
                .map(g -> g.title() + g.entries().stream().map(Entry::title).toList())
                .toList();
    }

    @Test
    void favouritesComeFirstInTheirOrderAndStayWhereTheyAre() {
        assertThat(shown(List.of("b/rules", "e/overview", "gone/away"), ""))
                .containsExactly("Favourites[Rules, Overview]", "Executive[Overview, Régions]", "Basket[Rules]");
    }

    @Test
    void aSearchTakesAllWordsInAnyOrderCaseAndAccent() {
        assertThat(shown(List.of("b/rules"), "REGION")).containsExactly("Executive[Régions]");
        assertThat(shown(List.of(), "bought rul")).containsExactly("Basket[Rules]");
        assertThat(shown(List.of(), "executive revenue")).containsExactly("Executive[Overview]");
        assertThat(shown(List.of(), "nothing such")).isEmpty();
        assertThat(shown(List.of(), "  ")).hasSize(2);
    }
}
