package org.clientele.plugins.segmentation.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Figures of another program: lines of a case, what the line says, and numbers apart by blanks. How they were made stands in the
 * script of the same name beside them.
 */
record Fixture(List<Line> lines) {
    record Line(String of, String what, double[] values) {}

    static Fixture read(String file) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fixture.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(",", 3);
                lines.add(new Line(
                        parts[0],
                        parts[1],
                        Arrays.stream(parts[2].trim().split(" +"))
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fixture(lines);
    }

    List<double[]> all(String of, String what) {
        return lines.stream()
                .filter(l -> l.of.equals(of) && l.what.equals(what))
                .map(Line::values)
                .toList();
    }

    /** All lines of a case, whatever they say. */
    List<double[]> all(String of) {
        return lines.stream().filter(l -> l.of.equals(of)).map(Line::values).toList();
    }

    double[] one(String of, String what) {
        List<double[]> found = all(of, what);
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " lines of " + of + ", " + what);
        }
        return found.get(0);
    }

    int[] whole(String of, String what) {
        return Arrays.stream(one(of, what)).mapToInt(v -> (int) v).toArray();
    }
}
