package org.clientele.platform.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.charts.TileCard;
import org.clientele.sdk.text.Texts;

/**
 * All that a document shows, before it is laid out: a tile, a dashboard, or several.
 *
 * @param title what the document is called
 * @param notes what it says beside its figures
 * @param chapters a dashboard each
 * @param cards draws the tiles
 */
public record Report(String title, ExportNotes notes, List<Chapter> chapters, TileCard cards) {
    private static final Texts TEXTS = Texts.of(Report.class);

    public Report {
        chapters = List.copyOf(chapters);
    }

    /** A report of several dashboards, called after the workspace. */
    public static Report of(ExportNotes notes, List<Chapter> chapters, TileCard cards) {
        return new Report(TEXTS.get("report.customer_report", notes.workspace()), notes, chapters, cards);
    }

    /** Days, filters and data age in one line. */
    public String facts() {
        return notes.facts();
    }

    /** The tables of all tiles that have data, in order. */
    public List<ReportTable> tables() {
        return chapters.stream().flatMap(c -> c.tables().stream()).toList();
    }

    /** How many rows all tables have. */
    public long rows() {
        return tables().stream().mapToLong(t -> t.frame().rowCount()).sum();
    }

    /** Whether a chapter's own title says nothing that the document's does not. */
    public boolean isCalled(Chapter chapter) {
        return chapters.size() == 1 && chapter.dashboard().title().equals(title);
    }

    /** Why charts could not be drawn, one sentence each. */
    public List<String> refusals() {
        Set<String> all = new LinkedHashSet<>();
        for (Chapter chapter : chapters) {
            TileCard told = cards.reporting((tile, refusal) ->
                    all.add(chapter.dashboard().title() + ", " + tile.title() + ": " + refusal.getMessage()));
            ReportPages.of(new Report(title, notes, List.of(chapter), told));
        }
        return List.copyOf(all);
    }

    /** A sentence that says what the document holds. */
    public String description() {
        String titles = String.join(
                ", ", chapters.stream().map(c -> c.dashboard().title()).toList());
        String shown = chapters.isEmpty() ? TEXTS.get("report.empty") : TEXTS.get("report.sentence", titles);
        return facts().isEmpty() ? shown : shown + " " + TEXTS.get("report.sentence", facts().replace("   ·   ", "; "));
    }
}
