package org.clientele.platform.report;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.text.Texts;

/**
 * What every export says beside its figures: whose data it is, of which days, narrowed how, and how old. Doubts about single
 * figures travel with their frames.
 *
 * @param workspace its name
 * @param period "All data, 1 Dec 2010 – 9 Dec 2011", or "" where none is known
 * @param filters in words, one each: "country is France or Germany"; empty for all rows
 * @param dataAsOf the moment of the newest row, "9 Dec 2011, 12:50", or "" without data
 */
public record ExportNotes(String workspace, String period, List<String> filters, String dataAsOf) {
    private static final Texts TEXTS = Texts.of(ExportNotes.class);

    private static final String BETWEEN = "   ·   ";

    public ExportNotes {
        filters = List.copyOf(filters);
    }

    /**
     * One line of an export's foot or first page.
     *
     * @param label "Period"
     * @param value "All data, 1 Dec 2010 – 9 Dec 2011"
     */
    public record Line(String label, String value) {}

    /** The same of one tile: with what narrows it alone. */
    public ExportNotes and(List<String> more) {
        List<String> all = new ArrayList<>(filters);
        all.addAll(more);
        return new ExportNotes(workspace, period, all, dataAsOf);
    }

    /** The same over other days. */
    public ExportNotes during(String days) {
        return new ExportNotes(workspace, days, filters, dataAsOf);
    }

    /** Each fact as a line of its own; that there are no filters is one, too. */
    public List<Line> lines() {
        List<Line> all = new ArrayList<>();
        all.add(new Line(TEXTS.get("export.notes.workspace"), workspace));
        if (!period.isBlank()) {
            all.add(new Line(TEXTS.get("export.notes.period"), period));
        }
        if (filters.isEmpty()) {
            all.add(new Line(TEXTS.get("export.notes.filters"), TEXTS.get("export.notes.none")));
        }
        filters.forEach(filter -> all.add(new Line(TEXTS.get("export.notes.filter"), filter)));
        if (!dataAsOf.isBlank()) {
            all.add(new Line(TEXTS.get("export.notes.data_as"), dataAsOf));
        }
        return all;
    }

    /** "Data as of 9 Dec 2011, 12:50", or "". */
    public String age() {
        return dataAsOf.isBlank() ? "" : TEXTS.get("export.notes.data_as_2", dataAsOf);
    }

    /** Filters in one text, or "". */
    public String filtered() {
        return only(filters);
    }

    /** Filters in one text: "Only where country is France and channel is web"; "" without any. */
    static String only(List<String> filters) {
        return filters.isEmpty()
                ? ""
                : TEXTS.get(
                        "export.notes.only",
                        filters.stream()
                                .reduce((a, b) -> TEXTS.get("export.notes.and", a, b))
                                .orElse(""));
    }

    /** Days, filters and data age in one line. */
    public String facts() {
        return joined(List.of(period, filtered(), age()));
    }

    /** The same after the workspace's name. */
    public String all() {
        return joined(List.of(workspace, period, filtered(), age()));
    }

    /** Days and data age in one line, where filters have lines of their own. */
    public String when() {
        return joined(List.of(period, age()));
    }

    /** The same after the workspace's name. */
    public String whoseAndWhen() {
        return joined(List.of(workspace, period, age()));
    }

    private static String joined(List<String> parts) {
        return String.join(BETWEEN, parts.stream().filter(s -> !s.isBlank()).toList());
    }
}
