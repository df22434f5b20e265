package org.clientele.platform.runtime.breakdown;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.query.formula.Names;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the answer to a question for one metric by at most one dimension, perhaps compared. */
record Parts(Frame frame, String metric, String dimension) {
    private static final Texts TEXTS = Texts.of(Parts.class);

    /** A member and its figures. */
    record Part(
            @Nullable String member,
            String name,
            @Nullable BigDecimal value,
            @Nullable BigDecimal base) {}

    /** The column of the metric. */
    Column value() {
        return frame.column(metric);
    }

    /** The column of what it is compared with. */
    Optional<Column> base() {
        return frame.columns().stream()
                .filter(c -> c.name().startsWith(metric + "_")
                        && !c.name().endsWith("_change")
                        && c.type().isNumeric())
                .findFirst();
    }

    List<Part> all(Answers answers) {
        Column base = base().orElse(null);
        Column value = value();
        List<Part> all = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            all.add(new Part(
                    member(row),
                    dimension.isEmpty() ? "" : name(row, answers),
                    exact(value, row),
                    base == null ? null : exact(base, row)));
        }
        return all;
    }

    /** The numbers of another column, 0 where there is none. */
    List<Double> numbers(String column) {
        List<Double> all = new ArrayList<>();
        Column c = frame.column(column);
        for (int row = 0; row < c.size(); row++) {
            all.add(c.isNull(row) ? 0.0 : c.doubleAt(row));
        }
        return all;
    }

    private @Nullable String member(int row) {
        if (dimension.isEmpty()) {
            return null;
        }
        Object value = frame.column(dimension).valueAt(row);
        return value == null ? null : value.toString();
    }

    private String name(int row, Answers answers) {
        Column column = frame.column(dimension);
        Object value = column.valueAt(row);
        if (value == null) {
            return TEXTS.get("parts.unknown");
        }
        Grain grain = Names.grain(dimension).orElse(null);
        if (grain != null && value instanceof LocalDate day) {
            return answers.format().period(day, grain);
        }
        String text = value instanceof String s ? s.strip() : value.toString();
        return text.isEmpty() ? TEXTS.get("parts.empty") : text;
    }

    /** The value as it is; a double as the decimal that it is written as. */
    static @Nullable BigDecimal exact(Column column, int row) {
        Object value = column.valueAt(row);
        if (value instanceof BigDecimal d) {
            return d;
        }
        if (value instanceof Long l) {
            return BigDecimal.valueOf(l);
        }
        return value instanceof Double d && Double.isFinite(d) ? BigDecimal.valueOf(d) : null;
    }
}
