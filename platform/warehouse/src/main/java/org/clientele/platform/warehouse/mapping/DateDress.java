package org.clientele.platform.warehouse.mapping;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a sample's dates are dressed: what parts their numbers, and whether a time of day is with them.
 *
 * @param separator one of {@code / - .}, or "" if none of them stands between digits
 */
record DateDress(String separator, boolean timed, boolean seconds) {
    private static final int LOOKED_AT = 20;
    private static final List<String> SEPARATORS = List.of("/", "-", ".");
    private static final List<Pattern> PARTED = SEPARATORS.stream()
            .map(s -> Pattern.compile("\\d" + Pattern.quote(s) + "\\d"))
            .toList();
    private static final Pattern NUMBERS = Pattern.compile("[dMy]+[./-][dMy]+[./-].*");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}");

    static DateDress of(List<String> sample) {
        String values = String.join("\n", sample.subList(0, Math.min(LOOKED_AT, sample.size())));
        String separator = "";
        for (int i = 0; i < PARTED.size() && separator.isEmpty(); i++) {
            separator = PARTED.get(i).matcher(values).find() ? SEPARATORS.get(i) : "";
        }
        return new DateDress(
                separator, TIME.matcher(values).find(), SECONDS.matcher(values).find());
    }

    /** A format, dressed like that. */
    String on(String format) {
        String dressed = !separator.isEmpty() && NUMBERS.matcher(format).matches()
                ? format.replaceAll("[./-]", separator)
                : format;
        if (timed && !dressed.contains(":") && dressed.contains("d")) {
            return dressed + (seconds ? " HH:mm:ss" : " HH:mm");
        }
        return timed && seconds && dressed.endsWith("hh:mm a") ? dressed.replace("mm a", "mm:ss a") : dressed;
    }
}
