package org.clientele.plugins.segmentation.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Points, and what scikit-learn and SciPy say of them; made by {@code fixtures.py} beside the files. */
public final class Fixture {
    private static final Map<String, double[]> EXPECTED = new HashMap<>();

    static {
        for (String line : lines(Fixture.class, "expected.txt")) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                EXPECTED.put(
                        words[0],
                        Arrays.stream(words)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
    }

    private Fixture() {}

    /** Points by the name of their file. */
    public static Points points(String name) {
        return Points.of(lines(Fixture.class, name + ".csv").stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    /** Expected numbers by name. */
    public static double[] expected(String name) {
        return Objects.requireNonNull(EXPECTED.get(name), name);
    }

    /** One expected number by name. */
    public static double figure(String name) {
        return expected(name)[0];
    }

    /** Expected labels by name. */
    public static int[] labels(String name) {
        return Arrays.stream(expected(name)).mapToInt(v -> (int) v).toArray();
    }

    /** The lines of a file of figures beside a test. */
    public static List<String> lines(Class<?> beside, String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
