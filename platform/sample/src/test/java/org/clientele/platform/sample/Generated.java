package org.clientele.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;

/** A generated retailer in memory. */
final class Generated {
    private final Map<String, List<Frame>> batches = new LinkedHashMap<>();

    private Truths planted = new Truths(SampleOptions.standard());

    private static final class Standard {
        static final Generated RETAILER = of(SampleOptions.standard());
    }

    /** The retailer that people get who ask for no other; generated once. */
    static Generated standard() {
        return Standard.RETAILER;
    }

    /** Without planted faults. */
    static Generated faultless(int customers, long seed) {
        return of(new SampleOptions(customers, seed, true));
    }

    static Generated of(int customers, long seed) {
        return of(new SampleOptions(customers, seed));
    }

    static Generated of(SampleOptions options) {
        Generated all = new Generated();
        all.planted = new SampleRetailer(options)
                .generate(
                        (table, batch) -> all.batches
                                .computeIfAbsent(table, t -> new ArrayList<>())
                                .add(batch),
                        Progress.NONE,
                        CancelSignal.create());
        return all;
    }

    /** What was planted, as people read it. */
    JsonNode truths() {
        try {
            Path file = Files.createTempFile("truths", ".json");
            try {
                planted.write(file);
                return new ObjectMapper().readTree(file.toFile());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> tables() {
        return List.copyOf(batches.keySet());
    }

    List<Frame> batches(String table) {
        return batches.getOrDefault(table, List.of());
    }

    int count(String table) {
        return batches(table).stream().mapToInt(Frame::rowCount).sum();
    }

    /** Shows each row of a table. */
    void each(String table, RowVisitor visitor) {
        for (Frame frame : batches(table)) {
            Row row = new Row(frame);
            for (int r = 0; r < frame.rowCount(); r++) {
                row.index = r;
                visitor.row(row);
            }
        }
    }

    /** SHA-256 over every value of every table. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            batches.forEach((table, frames) -> {
                for (Frame frame : frames) {
                    for (Column column : frame.columns()) {
                        sha.update((table + "." + column.name()).getBytes(StandardCharsets.UTF_8));
                        for (int r = 0; r < frame.rowCount(); r++) {
                            sha.update(("\n" + column.valueAt(r)).getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    interface RowVisitor {
        void row(Row row);
    }

    static final class Row {
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private int index;

        Row(Frame frame) {
            frame.columns().forEach(c -> columns.put(c.name(), c));
        }

        private Column column(String name) {
            return Objects.requireNonNull(columns.get(name), name);
        }

        boolean has(String name) {
            return !column(name).isNull(index);
        }

        String text(String name) {
            return column(name).textAt(index);
        }

        long stored(String name) {
            return column(name).longAt(index);
        }

        double number(String name) {
            return column(name).doubleAt(index);
        }

        Object value(String name) {
            return column(name).valueAt(index);
        }
    }
}
