package org.clientele.platform.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.charts.TileCard;

/**
 * All that a report shows, before it is laid out.
 *
 * @param workspace its name
 * @param days "All data, 1 Dec 2010 – 9 Dec 2011", or ""
 * @param filters what else narrows the figures down, as the policy in force; "" for nothing
 * @param dataAsOf "Data as of 9 Dec 2011, 12:50", or ""
 * @param chapters a dashboard each
 * @param cards draws the tiles
 */
public record Report(
        String workspace, String days, String filters, String dataAsOf, List<Chapter> chapters, TileCard cards) {
    public Report {
        chapters = List.copyOf(chapters);
    }

    /** What the document is called. */
    public String title() {
        return workspace + ": customer report";
    }

    /** Days, filters and data age in one line. */
    public String facts() {
        StringBuilder s = new StringBuilder();
        for (String part : List.of(days, filters, dataAsOf)) {
            if (!part.isBlank()) {
                s.append(s.isEmpty() ? "" : "   ·   ").append(part);
            }
        }
        return s.toString();
    }

    /** Why charts could not be drawn, one sentence each. */
    public List<String> refusals() {
        Set<String> all = new LinkedHashSet<>();
        for (Chapter chapter : chapters) {
            TileCard told = cards.reporting((tile, refusal) ->
                    all.add(chapter.dashboard().title() + ", " + tile.title() + ": " + refusal.getMessage()));
            ReportPages.of(new Report(workspace, days, filters, dataAsOf, List.of(chapter), told));
        }
        return List.copyOf(all);
    }

    /** A sentence that says what the document holds. */
    public String description() {
        String titles = String.join(
                ", ", chapters.stream().map(c -> c.dashboard().title()).toList());
        return (chapters.isEmpty() ? "No dashboards." : titles + ".")
                + (facts().isEmpty() ? "" : " " + facts().replace("   ·   ", "; ") + ".");
    }
}
