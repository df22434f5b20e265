package org.clientele.platform.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/** Numbers and dates in a locale. Money is written with its ISO code; minus is the true one; nothing is "–". */
public final class LocaleFormat implements ValueFormat {
    private static final String NOTHING = "–";
    private static final String MINUS = "−";
    private static final int LARGEST_SUFFIX = 12;
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);

    private final Texts texts;
    private final DecimalFormat grouped;
    private final DateTimeFormatter day;
    private final DateTimeFormatter monthYear;
    private final DateTimeFormatter month;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter moment;
    private final Locale names;
    private final DayOfWeek firstDay;

    private LocaleFormat(Locale locale) {
        texts = Texts.of(LocaleFormat.class).in(locale);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        grouped = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        grouped.setDecimalFormatSymbols(symbols);
        grouped.setRoundingMode(RoundingMode.HALF_UP);
        // British data has "Sept" among names of three letters.
        names = locale.getLanguage().equals("en") ? Locale.US : locale;
        String date = datePattern(locale);
        day = DateTimeFormatter.ofPattern(date, names);
        monthYear = DateTimeFormatter.ofPattern(withoutDay(date), names);
        month = DateTimeFormatter.ofPattern("LLL", names);
        shortMonth = DateTimeFormatter.ofPattern(withoutDay(date).replace("LLLL", "LLL"), names);
        moment = DateTimeFormatter.ofPattern(date + " HH:mm", names);
        firstDay = WeekFields.of(locale).getFirstDayOfWeek();
    }

    /** Day, short month and year in the order and with the marks of a locale: "d MMM uuuu", "uuuu年M月d日". */
    private static String datePattern(Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return "d MMM uuuu"; // in one order for all who read English: 9/12 and 12/9 are mistaken for each other
        }
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, null, IsoChronology.INSTANCE, locale)
                .replace("MMMM", "MMM")
                .replace(" 'de' ", " ");
        // Some languages put words between, which a month alone would have to lose in ways of its own.
        return pattern.contains("'") ? "d MMM uuuu" : pattern.replace("y", "uuuu");
    }

    private static String withoutDay(String pattern) {
        String rest =
                pattern.startsWith("d") ? pattern.replaceFirst("^d[^M]*", "") : pattern.replaceFirst("\\s*d.*$", "");
        return rest.replace("MMM", "LLLL");
    }

    /** The format of a locale. */
    public static LocaleFormat of(Locale locale) {
        return new LocaleFormat(locale);
    }

    @Override
    public String compact(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        if (unit.isRatio()) {
            return percent(BigDecimal.valueOf(value), 1, 1);
        }
        BigDecimal v = BigDecimal.valueOf(value);
        return signed(v, prefix(unit), compactDigits(v.abs(), unit));
    }

    private String compactDigits(BigDecimal abs, Unit unit) {
        BigDecimal three = abs.round(THREE);
        int exponent = exponent(three);
        if (abs.signum() != 0 && (exponent >= LARGEST_SUFFIX + 6 || exponent < -4)) {
            return scientific(three, exponent);
        }
        if (three.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
            int suffix = Math.min(LARGEST_SUFFIX, exponent / 3 * 3);
            BigDecimal scaled = three.movePointLeft(suffix);
            int digits = Math.max(0, 2 - Math.max(0, exponent - suffix));
            return suffixed(plain(scaled, digits, digits), suffix);
        }
        if (abs.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            return plain(abs, 0, 0);
        }
        if (unit.countsMoney() && (abs.signum() == 0 || exponent >= -1)) {
            return plain(abs, 2, 2);
        }
        return plain(three, 0, Math.max(0, three.stripTrailingZeros().scale()));
    }

    @Override
    public String exact(Column column, int row) {
        if (column.isNull(row)) {
            return NOTHING;
        }
        Object value = column.valueAt(row);
        if (value instanceof LocalDate date) {
            return day.format(date);
        }
        if (value instanceof LocalDateTime time) {
            return moment.format(time);
        }
        if (value instanceof Boolean yes) {
            return texts.get(yes ? "format.yes" : "format.no");
        }
        if (value instanceof Number number && column.type().isNumeric()) {
            return exactNumber(number, column);
        }
        return String.valueOf(value);
    }

    private String exactNumber(Number number, Column column) {
        Unit unit = column.unit();
        double d = number.doubleValue();
        if (!Double.isFinite(d)) {
            return NOTHING;
        }
        BigDecimal v = number instanceof BigDecimal b
                ? b
                : number instanceof Long n ? BigDecimal.valueOf(n) : BigDecimal.valueOf(d);
        if (unit.isRatio()) {
            return percent(v, 2, 2);
        }
        int exponent = exponent(v);
        String digits;
        if (column.type() == ColumnType.DOUBLE) {
            if (v.signum() != 0 && (exponent >= 18 || exponent < -4)) {
                digits = scientific(v.abs().round(new MathContext(6)), exponent);
            } else {
                int fine = exponent < 0 ? 2 - exponent : 2;
                digits = plain(v.abs(), unit.countsMoney() ? 2 : 0, unit.countsMoney() ? 2 : fine);
            }
        } else {
            int least = unit.countsMoney() && v.scale() > 0 ? 2 : 0;
            int most = Math.max(0, v.stripTrailingZeros().scale());
            // Sums of prices in tenths of a penny are shown to the penny; a price below one unit keeps its digits.
            digits = plain(v.abs(), least, unit.countsMoney() && exponent >= 0 ? Math.min(2, most) : most);
        }
        return signed(v, prefix(unit), digits);
    }

    @Override
    public String change(double ratio) {
        if (!Double.isFinite(ratio)) {
            return NOTHING;
        }
        BigDecimal percent = BigDecimal.valueOf(ratio).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        String digits = (percent.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0
                        ? compactDigits(percent.abs(), Unit.none())
                        : plain(percent.abs(), 1, 1))
                + " %";
        return switch (percent.signum()) {
            case 1 -> "+" + digits;
            case -1 -> MINUS + digits;
            default -> digits;
        };
    }

    @Override
    public String period(LocalDate start, Grain grain) {
        return switch (grain) {
            case DAY -> day.format(start);
            case WEEK -> texts.get("format.week", day.format(start));
            case MONTH -> monthYear.format(start);
            case QUARTER -> texts.get("format.quarter.year", quarter(start), String.valueOf(start.getYear()));
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** A month where there is little room: "Nov 2011". */
    public String shortMonth(LocalDate start) {
        return shortMonth.format(start);
    }

    @Override
    public String tick(LocalDate start, Grain grain) {
        return switch (grain) {
            case DAY, WEEK -> String.valueOf(start.getDayOfMonth());
            case MONTH -> month.format(start);
            case QUARTER -> texts.get("format.quarter", quarter(start));
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    @Override
    public String tick(double value, double step, Unit unit) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        BigDecimal v = BigDecimal.valueOf(value);
        int fine = -exponent(BigDecimal.valueOf(step));
        int stepDigits = fine
                + (BigDecimal.valueOf(step)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .precision()
                        - 1);
        if (unit.isRatio()) {
            int digits = Math.max(0, stepDigits - 2);
            return percent(v, digits, digits);
        }
        if (v.abs().doubleValue() < step * 1e-6) {
            return "0";
        }
        int exponent = exponent(v);
        String digits;
        if (exponent >= LARGEST_SUFFIX + 6 || exponent < -4) {
            digits = scientific(v.abs().round(new MathContext(Math.max(1, exponent + stepDigits + 1))), exponent);
        } else if (exponent >= 3 && Math.abs(value) >= 10_000 || step >= 500) {
            int suffix = Math.max(0, Math.min(LARGEST_SUFFIX, exponent / 3 * 3));
            digits = suffixed(plain(v.abs().movePointLeft(suffix), 0, Math.max(0, stepDigits + suffix)), suffix);
        } else {
            int n = Math.max(0, stepDigits);
            digits = plain(v.abs(), n, n);
        }
        return v.signum() < 0 ? MINUS + digits : digits;
    }

    @Override
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, names);
    }

    @Override
    public DayOfWeek firstDayOfWeek() {
        return firstDay;
    }

    private static int quarter(LocalDate start) {
        return (start.getMonthValue() + 2) / 3;
    }

    private static String prefix(Unit unit) {
        return unit.countsMoney() && !unit.numerator().equals(Unit.MONEY) ? unit.numerator() + " " : "";
    }

    private static String signed(BigDecimal v, String prefix, String digits) {
        boolean visible = digits.codePoints().anyMatch(c -> c > '0' && c <= '9' || c > 127 && Character.isDigit(c));
        return v.signum() < 0 && visible ? MINUS + prefix + digits : prefix + digits;
    }

    private String percent(BigDecimal ratio, int min, int max) {
        BigDecimal p = ratio.movePointRight(2);
        BigDecimal rounded = p.setScale(max, RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            return signed(p, "", compactDigits(p.abs(), Unit.none())) + " %";
        }
        return (rounded.signum() < 0 ? MINUS : "") + plain(rounded.abs(), min, max) + " %";
    }

    private String scientific(BigDecimal abs, int exponent) {
        BigDecimal mantissa = abs.movePointLeft(exponent).round(new MathContext(6));
        int scale = Math.max(0, mantissa.stripTrailingZeros().scale());
        return plain(mantissa, 0, scale) + "e" + (exponent < 0 ? MINUS + -exponent : String.valueOf(exponent));
    }

    private String plain(BigDecimal abs, int min, int max) {
        DecimalFormat f = (DecimalFormat) grouped.clone();
        f.setMinimumFractionDigits(min);
        f.setMaximumFractionDigits(Math.max(min, max));
        return f.format(abs);
    }

    private static int exponent(BigDecimal v) {
        return v.signum() == 0 ? 0 : v.precision() - v.scale() - 1;
    }

    private String suffixed(String digits, int exponent) {
        return switch (exponent) {
            case 3 -> texts.get("format.thousands", digits);
            case 6 -> texts.get("format.millions", digits);
            case 9 -> texts.get("format.billions", digits);
            case 12 -> texts.get("format.trillions", digits);
            default -> digits;
        };
    }
}
