package org.clientele.platform.warehouse.rejects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * Judges mended rows cell by cell while they are typed: whether each fits its column of the model, and whether what is
 * needed is there. Keys, and amounts that do not go together, only the import sees.
 */
public final class CellJudge {
    private static final String USUAL_DATE = "\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?";

    private final List<String> headers;
    private final Map<Integer, Judged> columns = new TreeMap<>();

    /**
     * A fault.
     *
     * @param cell the number of the cell, or -1 for the row as a whole
     * @param finding what is wrong
     */
    public record Fault(int cell, Finding finding) {}

    /** A column of the model and how its values are read. */
    private record Judged(ColumnSpec column, Expected expected, boolean required) {}

    /** @param recipe by which the rows were read; columns made of several, and those it does not name, are not judged */
    public CellJudge(List<String> headers, ImportRecipe recipe) {
        this.headers = List.copyOf(headers);
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        recipe.columns().forEach((name, header) -> {
            int at = headers.indexOf(header);
            ColumnSpec column = table.find(name).orElse(null);
            if (at >= 0 && column != null) {
                String format = recipe.formats().get(name);
                columns.put(
                        at,
                        new Judged(
                                column,
                                formatted(Expected.of(column).under(header), format),
                                table.required().contains(name)));
            }
        });
    }

    private static Expected formatted(Expected expected, @Nullable String format) {
        if (format == null) {
            return expected;
        }
        return expected.type().isTemporal()
                ? expected.dated(format)
                : expected.marked(format.lastIndexOf(',') > format.lastIndexOf('.') ? ',' : '.');
    }

    /** The faults of a row of the source; empty if none is seen. The import itself has the last word. */
    public List<Fault> judge(List<String> cells) {
        List<Fault> faults = new ArrayList<>();
        if (cells.size() != headers.size()) {
            faults.add(new Fault(-1, Structure.width(cells.size(), headers)));
        }
        columns.forEach((at, judged) -> {
            String value = at < cells.size() ? cells.get(at) : "";
            boolean bad = value.isEmpty() ? judged.required() : !fits(judged.expected(), value.strip());
            if (bad) {
                faults.add(new Fault(at, Diagnosis.explain(judged.column(), judged.expected(), value)));
            }
        });
        return faults;
    }

    /** Whether the import would take the value; where the column has a form of its own, it is asked to. */
    private static boolean fits(Expected expected, String value) {
        ColumnType type = expected.type();
        String mark = expected.decimalMark() == ',' ? "," : "\\.";
        return switch (type) {
            case TEXT -> true;
            case BOOLEAN -> Patterns.fits("true|false|t|f|yes|no|y|n|1|0", value);
            case INTEGER -> Patterns.fits("[+-]?\\d{1,18}", value);
            case DOUBLE, DECIMAL ->
                Patterns.fits("[+-]?(\\d+(" + mark + "\\d*)?|" + mark + "\\d+)(e[+-]?\\d{1,2})?", value)
                        && value.replaceAll("[.,].*|\\D", "")
                                        .replaceFirst("^0+", "")
                                        .length()
                                <= expected.wholeDigits();
            case DATE, TIMESTAMP -> expected.datePattern() != null || isUsualDate(expected, value);
        };
    }

    private static boolean isUsualDate(Expected expected, String value) {
        if (!Patterns.fits(USUAL_DATE, value)) {
            return false;
        }
        String[] parts = value.split("[ T]", 2);
        String[] date = parts[0].split("-");
        DateParts judge = new DateParts(expected, value);
        boolean exists =
                judge.whole(Integer.parseInt(date[0]), Integer.parseInt(date[1]), Integer.parseInt(date[2])) == null;
        if (parts.length == 1 || !exists) {
            return exists;
        }
        String[] time = parts[1].split("[:.]");
        int second = time.length > 2 ? Integer.parseInt(time[2]) : 0;
        boolean clock = judge.clock(Integer.parseInt(time[0]), Integer.parseInt(time[1]), second) == null;
        return clock && (expected.type() == ColumnType.TIMESTAMP || parts[1].matches("[0:.]+"));
    }
}
