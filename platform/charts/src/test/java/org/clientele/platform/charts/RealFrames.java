package org.clientele.platform.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;

/**
 * Frames of real data: tab-separated files of src/test/resources/frames, whose README says how each was asked. A header cell
 * is name:TYPE or name:TYPE:unit; "ratio" is the unit of shares.
 */
public final class RealFrames {
    private static final Path FOLDER = Path.of("src", "test", "resources", "frames");

    private RealFrames() {}

    /** The frame of that file, without its ending. */
    public static Frame of(String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(FOLDER.resolve(name + ".tsv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Column.Builder> columns = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (String cell : lines.get(0).split("\t")) {
            String[] parts = cell.split(":");
            ColumnType type = ColumnType.valueOf(parts[1]);
            Unit unit = parts.length < 3 ? Unit.none() : parts[2].equals("ratio") ? Unit.ratio() : Unit.of(parts[2]);
            ColumnSpec spec = new ColumnSpec(parts[0], type, unit, "");
            columns.add(type == ColumnType.DECIMAL ? Column.decimalBuilder(spec, 2) : Column.builder(spec));
            types.add(type);
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < cells.length; i++) {
                columns.get(i).add(value(cells[i], types.get(i)));
            }
        }
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }

    private static Object value(String cell, ColumnType type) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case INTEGER -> Long.valueOf(cell);
            case DECIMAL -> new BigDecimal(cell);
            case DOUBLE -> Double.valueOf(cell);
            case DATE -> LocalDate.parse(cell);
            default -> cell;
        };
    }
}
