package org.clientele.platform.query.cube;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.sql.CellStatement;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;

/** The answer to a statement for cells: for each, its place along each dimension, and its aggregates. Immutable. */
public final class Cells {
    private static final Texts TEXTS = Texts.of(Cells.class);

    private final BusinessCalendar calendar;
    private final List<Term> dimensions;
    private final List<Members.Coded> places = new ArrayList<>();
    private final Map<Term.Aggregate, Column> aggregates = new HashMap<>();
    private final int size;

    /**
     * @param statement what was asked
     * @param answer a column for each dimension, then one for each aggregate
     * @param calendar what the steps of time are
     */
    public Cells(CellStatement statement, Frame answer, BusinessCalendar calendar) {
        this.calendar = calendar;
        this.dimensions = statement.dimensions();
        this.size = answer.rowCount();
        for (int i = 0; i < dimensions.size(); i++) {
            Term.Column column = dimensions.get(i) instanceof Term.Column c ? c : null;
            List<String> among = column == null ? null : statement.numbered().get(column);
            Column at = answer.columns().get(i);
            places.add(among == null ? Members.of(at) : Members.of(at, among));
        }
        for (int i = 0; i < statement.aggregates().size(); i++) {
            aggregates.put(statement.aggregates().get(i), answer.columns().get(dimensions.size() + i));
        }
    }

    /** How many cells there are. */
    public int size() {
        return size;
    }

    /** Where each cell is along a dimension of the statement, or along a longer step of time than it has. */
    Members.Coded along(Term dimension) {
        int at = dimensions.indexOf(dimension);
        if (at >= 0) {
            return places.get(at);
        }
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimension instanceof Term.Step wanted
                    && dimensions.get(i) instanceof Term.Step step
                    && step.moment().equals(wanted.moment())) {
                Members.Coded days = places.get(i);
                Members.Coded steps = days.members().renamed(d -> calendar.floor(wanted.grain(), (LocalDate) d));
                int[] places = new int[size];
                for (int cell = 0; cell < size; cell++) {
                    places[cell] = steps.at()[days.at()[cell]];
                }
                return new Members.Coded(steps.members(), places);
            }
        }
        throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("cells.cells_were_not_asked_for", dimension));
    }

    Column column(Term.Aggregate aggregate) {
        Column found = aggregates.get(aggregate);
        if (found == null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("cells.cells_were_not_asked_for_2", aggregate));
        }
        return found;
    }
}
