package org.clientele.sdk.data;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An immutable table in memory: columns of equal length, how old the data is, and the doubts that go with it.
 * Thread-safe.
 *
 * <pre>{@code
 * Frame top = Frame.of(countries, revenue).withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, "12 rows without a date."));
 * }</pre>
 */
public final class Frame {
    private static final Texts TEXTS = Texts.of(Frame.class);

    private final List<Column> columns;
    private final List<Caveat> caveats;
    private final @Nullable LocalDateTime dataAsOf;
    private final String insight;

    private Frame(List<Column> columns, List<Caveat> caveats, @Nullable LocalDateTime dataAsOf, String insight) {
        this.columns = List.copyOf(columns);
        this.caveats = List.copyOf(caveats);
        this.dataAsOf = dataAsOf;
        this.insight = insight;
        Set<String> names = new HashSet<>();
        for (Column c : columns) {
            if (c.size() != columns.get(0).size()) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN,
                        TEXTS.get(
                                "frame.column_has_rows_has",
                                c.name(),
                                c.size(),
                                columns.get(0).name(),
                                columns.get(0).size()));
            }
            if (!names.add(c.name())) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN, TEXTS.get("frame.two_columns_are_called", c.name()));
            }
        }
    }

    /** A frame of these columns, without caveats. */
    public static Frame of(Column... columns) {
        return new Frame(List.of(columns), List.of(), null, "");
    }

    /** A frame of these columns, without caveats. */
    public static Frame of(List<Column> columns) {
        return new Frame(columns, List.of(), null, "");
    }

    /** The same with one more caveat. */
    public Frame withCaveat(Caveat caveat) {
        List<Caveat> more = new ArrayList<>(caveats);
        more.add(caveat);
        return new Frame(columns, more, dataAsOf, insight);
    }

    /** The same with these caveats added. */
    public Frame withCaveats(List<Caveat> more) {
        Frame f = this;
        for (Caveat c : more) {
            f = f.withCaveat(c);
        }
        return f;
    }

    /** The same, saying that the newest row of the data is of {@code moment}, in the workspace's zone. */
    public Frame asOf(@Nullable LocalDateTime moment) {
        return new Frame(columns, caveats, moment, insight);
    }

    /**
     * The same with what its figures say, in one sentence for a person: "446 of 4,338 customers are at risk". Days in it are
     * written 2011-12-09. A tile shows it in place of its subtitle.
     */
    public Frame withInsight(String sentence) {
        return new Frame(columns, caveats, dataAsOf, sentence);
    }

    /** Number of rows. */
    public int rowCount() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    /** The columns in order. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether a column has that name. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The column of that name, if there is one. */
    public Optional<Column> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * The column of that name.
     *
     * @throws AnalyticsException DATA_COLUMN_MISSING if there is none
     */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DATA_COLUMN_MISSING,
                        TEXTS.get(
                                "frame.result_has_no_column",
                                name,
                                String.join(
                                        ", ", columns.stream().map(Column::name).toList()))));
    }

    /** The doubts that go with this result. */
    public List<Caveat> caveats() {
        return caveats;
    }

    /** What the figures say, in one sentence; "" where nobody worked that out. */
    public String insight() {
        return insight;
    }

    /** The moment of the newest row of the data, in the workspace's zone; empty where there is no data. */
    public Optional<LocalDateTime> dataAsOf() {
        return Optional.ofNullable(dataAsOf);
    }
}
