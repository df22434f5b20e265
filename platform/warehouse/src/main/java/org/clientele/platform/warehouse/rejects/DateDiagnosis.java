package org.clientele.platform.warehouse.rejects;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What is wrong with a value where a date, or a date and time, is wanted. */
final class DateDiagnosis {
    private static final String DATE = "(\\d{1,5})\\s?([-/., ])\\s?(\\d{1,2})\\s?([-/., ])\\s?(\\d{1,5})";
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
    private static final LocalDate SHEET_ORIGIN = LocalDate.of(1899, 12, 30);

    private final Expected expected;
    private final String value;
    private final String shown;
    private final DateParts parts;

    private DateDiagnosis(Expected expected, String value) {
        this.expected = expected;
        this.value = value;
        this.shown = Shown.quoted(value);
        this.parts = new DateParts(expected, shown);
    }

    static Finding explain(Expected expected, String value) {
        DateDiagnosis d = new DateDiagnosis(expected, value);
        try {
            Finding found = d.otherKinds();
            found = found != null ? found : d.digits();
            found = found != null ? found : d.numeric();
            found = found != null ? found : d.partial();
            found = found != null ? found : d.named();
            found = found != null ? found : d.around();
            return found != null ? found : d.rest();
        } catch (DateTimeException | ArithmeticException e) {
            return d.rest();
        }
    }

    private @Nullable Matcher match(String pattern) {
        Matcher m = Patterns.matcher(pattern, value);
        return m.matches() ? m : null;
    }

    private boolean fits(String pattern) {
        return Patterns.fits(pattern, value);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private @Nullable Finding otherKinds() {
        if (fits("[+-]?(infinity|inf)")) {
            return DateTrouble.DATE_INFINITY.with(shown);
        }
        if (fits("true|false|yes|no|y|n|ja|nein|oui|non")) {
            return DateTrouble.DATE_YES_NO.with(shown, expected.exampleDate());
        }
        if (fits("\\S+@\\S+\\.\\S+|https?://.*|www\\..*")) {
            return DateTrouble.DATE_ADDRESS.with(shown);
        }
        if (fits(
                "(today|yesterday|tomorrow|now|heute|gestern|morgen|jetzt|last (week|month|year)|\\d+ (days?|hours?|weeks?) ago|vor \\d+ .*)")) {
            return DateTrouble.DATE_RELATIVE.with(shown, expected.exampleDate());
        }
        if (Months.isWeekday(value)) {
            return DateTrouble.DATE_WEEKDAY_ONLY.with(shown, expected.exampleDate());
        }
        if (value.codePoints().anyMatch(c -> c >= 0xff01 && c <= 0xff5e || c > 0x7f && Character.isDigit(c))) {
            return DateTrouble.DATE_FULL_WIDTH.with(
                    shown, NumberDiagnosis.digitsInAscii(Normalizer.normalize(value, Normalizer.Form.NFKC)));
        }
        Matcher m =
                match("(\\d{4})\\s?[\u5e74\ub144]\\s?(\\d{1,2})\\s?[\u6708\uc6d4]\\s?(\\d{1,2})\\s?[\u65e5\uc77c].*");
        if (m != null) {
            Finding wrong = parts.whole(number(m.group(1)), number(m.group(2)), number(m.group(3)));
            return wrong != null
                    ? wrong
                    : DateTrouble.DATE_EAST_ASIAN.with(
                            shown, parts.own(LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)))));
        }
        m = match("\\\\?/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)\\\\?/|new Date\\((\\d{1,15})\\)");
        if (m != null) {
            String millis = m.group(1) == null ? m.group(3) : m.group(1);
            return DateTrouble.DATE_IN_PROGRAM_TEXT.with(shown, utc(Long.parseLong(millis), 1_000));
        }
        if (fits("0{1,4}[-/.]0{1,2}[-/.]0{1,4}([T ].*)?|0|00000000(000000)?")) {
            return DateTrouble.DATE_ALL_ZERO.with(shown);
        }
        return fits("-\\d{1,5}[-/.]\\d{1,2}[-/.]\\d{1,4}.*|.*\\d\\s*(b\\.?c\\.?(e\\.?)?|v\\. ?chr\\.?)|.*\\(BC\\)")
                ? DateTrouble.DATE_NEGATIVE.with(shown)
                : null;
    }

    private String utc(long count, long perSecond) {
        Instant at = Instant.ofEpochSecond(
                Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (1_000_000_000 / perSecond));
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC).withNano(0);
        return parts.own(time.toLocalDate()) + " " + time.toLocalTime();
    }

    /** Numbers without any sign between them. */
    private @Nullable Finding digits() {
        Matcher m = match("(\\d{8})[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:[.,]\\d+)?(?:z|[+-]\\d{2}:?\\d{2})?");
        if (m != null && Patterns.fits("(19|2\\d)\\d{12}(\\d\\d)?.*", value.replaceAll("[T :]", ""))) {
            return compactTime(m);
        }
        m = match("([+-]?\\d+)(?:[.,](\\d*))?");
        if (m == null) {
            return null;
        }
        String d = m.group(1);
        boolean whole = m.group(2) == null;
        switch (d.length()) {
            case 4:
                if (whole && Patterns.fits("(1[5-9]|20|21)\\d\\d", d)) {
                    return DateTrouble.DATE_ONLY_YEAR.with(shown, parts.own(LocalDate.of(number(d), 1, 1)));
                }
                break;
            case 5:
                if (!d.startsWith("-") && !d.startsWith("0")) {
                    return DateTrouble.DATE_SHEET_NUMBER.with(shown, parts.own(SHEET_ORIGIN.plusDays(number(d))));
                }
                break;
            case 6:
                if (whole && Patterns.fits("(19|20|21)\\d\\d(0[1-9]|1[0-2])", d)) {
                    return DateTrouble.DATE_ONLY_MONTH.with(
                            shown, parts.own(LocalDate.of(number(d.substring(0, 4)), number(d.substring(4)), 1)));
                }
                break;
            case 7:
                if (whole && Patterns.fits("(19|20|21)\\d\\d[0-3]\\d\\d", d)) {
                    return dayOfYear(d.substring(0, 4), d.substring(4));
                }
                break;
            case 8:
                if (whole) {
                    return compact(d);
                }
                break;
            case 9, 10:
                return DateTrouble.DATE_EPOCH_SECONDS.with(shown, utc(Long.parseLong(d), 1));
            case 12, 13:
                return DateTrouble.DATE_EPOCH_MILLISECONDS.with(shown, utc(Long.parseLong(d), 1_000));
            case 15, 16:
                return DateTrouble.DATE_EPOCH_MICROSECONDS.with(shown, utc(Long.parseLong(d), 1_000_000));
            case 18, 19:
                return new java.math.BigInteger(d).bitLength() > 63
                        ? null
                        : DateTrouble.DATE_EPOCH_NANOSECONDS.with(shown, utc(Long.parseLong(d), 1_000_000_000));
            default:
        }
        return DateTrouble.DATE_NUMBER.with(shown, expected.exampleDate());
    }

    private Finding compactTime(Matcher m) {
        String d = m.group(1);
        int second = m.group(4) == null ? 0 : number(m.group(4));
        Finding wrong = parts.whole(number(d.substring(0, 4)), number(d.substring(4, 6)), number(d.substring(6)));
        wrong = wrong != null ? wrong : parts.clock(number(m.group(2)), number(m.group(3)), second);
        return wrong != null
                ? wrong
                : DateTrouble.DATE_TIME_COMPACT.with(
                        shown, parts.own(day(d, 0, 4, 6).atTime(number(m.group(2)), number(m.group(3)), second)));
    }

    private static LocalDate day(String d, int year, int month, int day) {
        return LocalDate.of(
                number(d.substring(year, year + 4)),
                number(d.substring(month, month + 2)),
                number(d.substring(day, day + 2)));
    }

    private Finding compact(String d) {
        if (Patterns.fits("(1[89]|2[01])\\d{6}", d)) {
            Finding wrong = parts.whole(number(d.substring(0, 4)), number(d.substring(4, 6)), number(d.substring(6)));
            return wrong != null ? wrong : DateTrouble.DATE_COMPACT.with(shown, parts.own(day(d, 0, 4, 6)));
        }
        boolean dayFirst = Patterns.fits("(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(19|20|21)\\d\\d", d);
        return dayFirst
                        && YearMonth.of(number(d.substring(4)), number(d.substring(2, 4)))
                                .isValidDay(number(d.substring(0, 2)))
                ? DateTrouble.DATE_COMPACT.with(shown, parts.own(day(d, 4, 2, 0)))
                : DateTrouble.DATE_NUMBER.with(shown, expected.exampleDate());
    }

    private Finding dayOfYear(String year, String day) {
        int n = number(day);
        return n >= 1 && n <= Year.of(number(year)).length()
                ? DateTrouble.DATE_DAY_OF_YEAR.with(shown, parts.own(LocalDate.ofYearDay(number(year), n)))
                : DateTrouble.DATE_NUMBER.with(shown, expected.exampleDate());
    }

    /** Three numbers, and perhaps a time behind them. */
    private @Nullable Finding numeric() {
        Matcher m = match(DATE + "(?:(?:\\s*T|,?\\s+|_|:)(.*))?");
        if (m == null) {
            return null;
        }
        String rest = m.group(6) == null ? "" : m.group(6).strip();
        if (Patterns.fits("(?:[-\u2013\u2014/]|to|bis|and|until)\\s*" + DATE + ".*", rest)) {
            return DateTrouble.DATE_RANGE.with(shown);
        }
        Finding wrong = parts.numbers(m.group(1), m.group(3), m.group(5), m.group(2) + m.group(4));
        if (wrong != null && (rest.isEmpty() || wrong.trouble() != DateTrouble.DATE_SEPARATORS)) {
            return wrong;
        }
        if (rest.isEmpty()) {
            return DateTrouble.DATE_OTHER.with(shown, expected.wanted());
        }
        int a = number(m.group(1));
        int b = number(m.group(3));
        int c = number(m.group(5));
        LocalDate date = m.group(1).length() == 4
                ? LocalDate.of(a, b, c)
                : expected.order() == Expected.Order.MONTH_FIRST ? LocalDate.of(c, a, b) : LocalDate.of(c, b, a);
        Finding time = parts.time(date, rest);
        if (time != null) {
            return time;
        }
        return wrong != null ? wrong : DateTrouble.DATE_OTHER.with(shown, expected.wanted());
    }

    /** Less than a day, or a day counted in another way. */
    private @Nullable Finding partial() {
        Matcher m = match("(\\d{4})\\s?[-/. ]\\s?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])\\s?[-/.]\\s?(\\d{4})");
        if (m != null) {
            int year = number(m.group(1) == null ? m.group(4) : m.group(1));
            int month = number(m.group(2) == null ? m.group(3) : m.group(2));
            return DateTrouble.DATE_ONLY_MONTH.with(shown, parts.own(LocalDate.of(year, month, 1)));
        }
        m = match("(\\d{4})[-/ ]?(Q|H)([1-4])|(Q|H)([1-4])[-/ ']{0,2}(\\d{4})|([1-4])\\. ?(quartal|halbjahr) (\\d{4})");
        if (m != null) {
            return partOfYear(m);
        }
        m = match(
                "(\\d{4})[-/ ]?(?:W|KW|wk)\\s?(\\d{1,2})(?:-?\\d)?|(?:KW|W|wk|week|woche)\\s?(\\d{1,2})[-/, ]{1,3}(\\d{4})");
        if (m != null) {
            int year = number(m.group(1) == null ? m.group(4) : m.group(1));
            int week = number(m.group(2) == null ? m.group(3) : m.group(2));
            LocalDate monday = LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.max(1, Math.min(52, week)))
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return DateTrouble.DATE_WEEK.with(shown, parts.own(monday));
        }
        m = match("(\\d{4})[-./](\\d{3})");
        if (m != null) {
            return dayOfYear(m.group(1), m.group(2));
        }
        if (fits("\\d{1,2}[-/.]\\s?\\d{1,2}\\.?")) {
            return DateTrouble.DATE_WITHOUT_YEAR.with(shown, expected.exampleDate());
        }
        if (fits("T?\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s*([ap]\\.?\\s?m\\.?|uhr|h)?|\\d{1,2}\\s*([ap]m|uhr)")) {
            return DateTrouble.TIME_WITHOUT_DATE.with(shown, expected.wanted().replaceFirst("^a .* like ", ""));
        }
        m = match("(\\d{1,2})\\s?[-./ ]\\s?([IVX]{1,4})\\s?[-./ ]\\s?(\\d{4})");
        int roman = m == null ? -1 : ROMAN.indexOf(m.group(2).toUpperCase(Locale.ROOT));
        if (m == null || roman < 0) {
            return null;
        }
        Finding wrong = parts.whole(number(m.group(3)), roman + 1, number(m.group(1)));
        return wrong != null
                ? wrong
                : DateTrouble.DATE_ROMAN_MONTH.with(
                        shown, parts.own(LocalDate.of(number(m.group(3)), roman + 1, number(m.group(1)))));
    }

    private Finding partOfYear(Matcher m) {
        String year = m.group(1) != null ? m.group(1) : m.group(6) != null ? m.group(6) : m.group(9);
        String kind = m.group(2) != null ? m.group(2) : m.group(4) != null ? m.group(4) : m.group(8);
        String nth = m.group(3) != null ? m.group(3) : m.group(5) != null ? m.group(5) : m.group(7);
        boolean half = kind.toUpperCase(Locale.ROOT).startsWith("H");
        int month = half ? (number(nth) > 1 ? 7 : 1) : 3 * number(nth) - 2;
        String first = parts.own(LocalDate.of(number(year), month, 1));
        return (half ? DateTrouble.DATE_HALF_YEAR : DateTrouble.DATE_QUARTER).with(shown, first);
    }

    /** Dates with a word in them: the month's name, a day of the week. */
    private @Nullable Finding named() {
        Matcher m = match("(\\p{L}{2,12})\\.?,?\\s+(.*\\d.*)");
        if (m != null && Months.isWeekday(m.group(1)) && Months.find(m.group(1)).isEmpty()) {
            return DateTrouble.DATE_WITH_WEEKDAY.with(shown, expected.exampleDate());
        }
        m = match(
                "(\\d{1,2})(?:st|nd|rd|th|\\.|er)?[-/., ]*(?:de |of )?\\s?([\\p{L}\u00b7]{3,12})\\.?[-/., ]*(?:de |')?(\\d{4}|\\d{2})(\\D.*)?");
        if (m != null) {
            return month(m.group(2), m.group(1), m.group(3));
        }
        m = match("([\\p{L}]{3,12})\\.?[-/., ]*(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\\d{4})(\\D.*)?");
        if (m != null) {
            return month(m.group(1), m.group(2), m.group(3));
        }
        m = match("(\\d{4})[-/., ]+([\\p{L}]{3,12})\\.?[-/., ]+(\\d{1,2})(\\D.*)?");
        if (m != null) {
            return month(m.group(2), m.group(3), m.group(1));
        }
        m = match("([\\p{L}]{3,12})\\.?[-/., ']+(\\d{4})|(\\d{4})[-/., ]+([\\p{L}]{3,12})\\.?");
        Optional<Months.Name> found =
                m == null ? Optional.empty() : Months.find(m.group(1) == null ? m.group(4) : m.group(1));
        if (m != null && found.isPresent()) {
            int year = number(m.group(2) == null ? m.group(3) : m.group(2));
            return DateTrouble.DATE_ONLY_MONTH.with(
                    shown, parts.own(LocalDate.of(year, found.get().month(), 1)));
        }
        m = match(
                "\\d{1,2}(?:st|nd|rd|th|\\.)?[-/. ]*([\\p{L}]{3,12})\\.?|([\\p{L}]{3,12})\\.?[-/. ]*\\d{1,2}(?:st|nd|rd|th)?");
        return m != null
                        && Months.find(m.group(1) == null ? m.group(2) : m.group(1))
                                .isPresent()
                ? DateTrouble.DATE_WITHOUT_YEAR.with(shown, expected.exampleDate())
                : null;
    }

    private Finding month(String word, String day, String year) {
        Optional<Months.Name> name = Months.find(word);
        if (name.isEmpty()) {
            return DateTrouble.DATE_MONTH_NAME_UNKNOWN.with(shown, expected.exampleDate());
        }
        if (year.length() == 2) {
            return DateTrouble.DATE_TWO_DIGIT_YEAR.with(shown, "20" + year, "19" + year);
        }
        int month = name.get().month().getValue();
        Finding wrong = parts.whole(number(year), month, number(day));
        if (wrong != null) {
            return wrong;
        }
        String own = parts.own(LocalDate.of(number(year), month, number(day)));
        return name.get().isEnglish()
                ? DateTrouble.DATE_MONTH_NAME.with(shown, own)
                : DateTrouble.DATE_MONTH_NAME_LANGUAGE.with(
                        shown, Months.named(name.get().language()), own);
    }

    /** A good date with something else around it. */
    private @Nullable Finding around() {
        Matcher letter = Patterns.matcher("[\\doil]{1,4}[-/.][\\doil]{1,2}[-/.][\\doil]{1,4}([T ][\\doil:]+)?", value);
        if (letter.matches()) {
            Matcher which = Patterns.matcher("[oil]", value);
            return which.find()
                    ? DateTrouble.DATE_LETTER_FOR_DIGIT.with(
                            shown, which.group(), value.replaceAll("[oO]", "0").replaceAll("[lLiI]", "1"))
                    : null;
        }
        Matcher m = Patterns.matcher(
                "(?<!\\d)(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?!\\d)", value);
        if (!m.find()) {
            return null;
        }
        String date = m.group();
        String before = value.substring(0, m.start()).strip();
        String after = value.substring(m.end()).strip();
        if (m.find()) {
            return DateTrouble.DATE_RANGE.with(shown);
        }
        String text = DateParts.trimmed(before.isEmpty() ? after : before);
        return DateTrouble.DATE_WITH_TEXT.with(shown, text, date);
    }

    private Finding rest() {
        boolean letter = value.codePoints().anyMatch(Character::isLetter);
        boolean digit = value.codePoints().anyMatch(Character::isDigit);
        if (letter && !digit) {
            return DateTrouble.DATE_WORD.with(shown, expected.exampleDate());
        }
        return fits("[+-]?\\p{Sc}?\\s?[\\d.,' ]+\\s?[%\\p{Sc}]?")
                ? DateTrouble.DATE_NUMBER.with(shown, expected.exampleDate())
                : DateTrouble.DATE_OTHER.with(shown, expected.wanted());
    }
}
