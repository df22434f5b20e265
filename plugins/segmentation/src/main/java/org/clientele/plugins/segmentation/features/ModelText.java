package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * A model as text: a line a value, {@code key=value}, sorted by key. A backslash stands before a backslash, before n for a new
 * line, and before a bar within lists, whose items are parted by bars. Numbers are written so that they are read as they were.
 */
public final class ModelText {
    private static final Texts TEXTS = Texts.of(ModelText.class);

    private final Map<String, String> values = new TreeMap<>();

    /** An empty one. */
    public ModelText() {}

    /** @throws AnalyticsException CONTRACT_BROKEN if a line is no value */
    public static ModelText read(String text) {
        ModelText model = new ModelText();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (line.isBlank()) {
                continue;
            }
            if (equals < 1) {
                throw broken(line, null);
            }
            model.values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return model;
    }

    private static AnalyticsException broken(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new AnalyticsException(ErrorCode.CONTRACT_BROKEN, TEXTS.get("model.broken", what), cause);
    }

    /** Sets a text. */
    public ModelText put(String key, String value) {
        values.put(key, escaped(value));
        return this;
    }

    /** Sets a list of texts. */
    public ModelText put(String key, List<String> items) {
        values.put(key, items.stream().map(i -> escaped(i) + "|").collect(Collectors.joining()));
        return this;
    }

    /** Sets numbers. */
    public ModelText put(String key, double... numbers) {
        values.put(key, Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        return this;
    }

    /** Sets a whole number. */
    public ModelText put(String key, long number) {
        values.put(key, Long.toString(number));
        return this;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("|", "\\|");
    }

    private String raw(String key) {
        String value = values.get(key);
        if (value == null) {
            throw broken(key, null);
        }
        return value;
    }

    /** Whether there is such a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** @throws AnalyticsException CONTRACT_BROKEN without it, as all that read do */
    public String text(String key) {
        List<String> parts = parts(raw(key) + "|");
        return parts.get(0);
    }

    /** A list of texts. */
    public List<String> list(String key) {
        return parts(raw(key));
    }

    private static List<String> parts(String text) {
        List<String> all = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                part.append(escaped == 'n' ? '\n' : escaped);
            } else if (c == '|') {
                all.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return all;
    }

    /** Numbers. */
    public double[] numbers(String key) {
        String text = raw(key);
        try {
            return text.isEmpty()
                    ? new double[0]
                    : Arrays.stream(text.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
        } catch (NumberFormatException e) {
            throw broken(key + "=" + text, e);
        }
    }

    /** A number. */
    public double number(String key) {
        double[] all = numbers(key);
        if (all.length != 1) {
            throw broken(key, null);
        }
        return all[0];
    }

    /** A whole number. */
    public int whole(String key) {
        return (int) number(key);
    }

    /** The lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }
}
