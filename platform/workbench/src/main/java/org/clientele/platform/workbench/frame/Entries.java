package org.clientele.platform.workbench.frame;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.platform.workbench.frame.NavigationPane.Entry;
import org.clientele.platform.workbench.frame.NavigationPane.Group;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.sdk.text.Texts;

/** What the navigation shows of all there is: favourites first, and only what answers a search. */
final class Entries {
    private static final Texts TEXTS = Texts.of(Entries.class);

    private Entries() {}

    /** The title of the group of favourites. */
    static String favourites() {
        return TEXTS.get("entries.favourites");
    }

    /**
     * The groups to show.
     *
     * @param favourites ids, in the order in which they were chosen
     * @param search words, all of which have to be there, in any order and case, with or without accents; "" for everything
     */
    static List<Group> shown(List<Group> all, Collection<String> favourites, String search) {
        List<Group> out = new ArrayList<>();
        List<Entry> starred = favourites.stream()
                .map(id -> all.stream()
                        .flatMap(g -> g.entries().stream())
                        .filter(e -> e.id().equals(id))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        boolean searching = !search.isBlank();
        if (!starred.isEmpty() && !searching) {
            out.add(new Group(favourites(), starred));
        }
        for (Group g : all) {
            List<Entry> answering =
                    g.entries().stream().filter(e -> answers(g, e, search)).toList();
            if (!answering.isEmpty()) {
                out.add(new Group(g.title(), answering));
            }
        }
        return out;
    }

    private static boolean answers(Group g, Entry e, String search) {
        String text = plain(e.title() + " " + e.description() + " " + g.title());
        for (String word : plain(search).strip().split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A picture that goes with a dashboard's name; a general one for what no word tells. */
    static Icon icon(Entry e) {
        String text = plain(e.title());
        if (contains(text, "segment", "customer", "people", "demograph", "loyal", "churn")) {
            return Icon.PEOPLE;
        }
        if (contains(text, "basket", "product", "order", "cart")) {
            return Icon.CART;
        }
        if (contains(text, "campaign", "target", "goal", "experiment")) {
            return Icon.TARGET;
        }
        if (contains(text, "quality", "compliance", "risk")) {
            return Icon.SHIELD;
        }
        if (contains(text, "geograph", "map", "region", "countr")) {
            return Icon.GLOBE;
        }
        if (contains(text, "forecast", "trend", "revenue", "value")) {
            return Icon.SPARK;
        }
        if (contains(text, "gallery", "chart")) {
            return Icon.CHART;
        }
        if (contains(text, "calendar", "cohort", "retention")) {
            return Icon.CALENDAR;
        }
        return Icon.DASHBOARD;
    }

    private static boolean contains(String text, String... words) {
        for (String w : words) {
            if (text.contains(w)) {
                return true;
            }
        }
        return false;
    }
}
