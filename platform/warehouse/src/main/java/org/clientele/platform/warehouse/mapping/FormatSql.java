package org.clientele.platform.warehouse.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/**
 * SQL that makes a typed value of a text, and nothing of a text that does not fit. Stricter than the engine's own casts,
 * which take 'infinity' for a date, drop time zones and round 2.5 to 3.
 *
 * <p>A format is "" (ISO dates, plain numbers, true and false: the fast way), letters of {@link
 * java.time.format.DateTimeFormatter}, {@link #UNIX_SECONDS} and its like, {@link #EXCEL_DAYS}, {@link #CENTS}, a number's example ({@code 1.234,56}) or
 * the two words of a yes and a no ({@code ja/nein}). Nothing else comes into SQL.
 */
public final class FormatSql {
    private static final Texts TEXTS = Texts.of(FormatSql.class);

    /** Seconds since 1970, UTC. */
    public static final String UNIX_SECONDS = "unix seconds";
    /** Thousandths of a second since 1970, UTC. */
    public static final String UNIX_MILLIS = "unix milliseconds";

    /** Millionths of a second since 1970, UTC. */
    public static final String UNIX_MICROS = "unix microseconds";
    /** Days as Excel counts them: 1 is the first day of 1900, the fraction is the time of day. */
    public static final String EXCEL_DAYS = "excel days";
    /** Hundredths of the currency, without a decimal point. */
    public static final String CENTS = "cents";

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]{1,12}/[\\p{L}\\p{N}]{0,12}");

    private final LocalDate today;
    private final ZoneId zone;

    /**
     * @param today by which the century of years with two digits is told
     * @param zone the workspace's, in which moments with an offset or zone of their own are stored
     */
    public FormatSql(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    /**
     * SQL of the typed value.
     *
     * @param raw SQL of the text, for example a column's name
     * @param spec type, and by its name the scale and whether it is a birth date
     * @param format as this class says; "" for the plain one
     * @return an expression that is NULL where the text does not fit
     * @throws AnalyticsException ARGUMENT_INVALID if the format is none for that type
     */
    public String cast(String raw, ColumnSpec spec, String format) {
        if (spec.type() == ColumnType.TEXT) {
            return raw;
        }
        return format.isEmpty() ? plain(raw, spec) : of(spec, format).sql(raw);
    }

    /** SQL that is true where the text is missing, blank or fits, else false; never NULL. */
    public String fits(String raw, ColumnSpec spec, String format) {
        return "(" + raw + " IS NULL OR trim(" + raw + ") = '' OR " + cast(raw, spec, format) + " IS NOT NULL)";
    }

    /** Whether moments of that format say their offset or zone themselves, and are moved into the workspace's. */
    public boolean withZone(ColumnSpec spec, String format) {
        return !format.isEmpty()
                && spec.type() != ColumnType.TEXT
                && of(spec, format).withZone();
    }

    /**
     * Makes sure that a format can be used for a column.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if not
     */
    public void check(ColumnSpec spec, String format) {
        if (!format.isEmpty() && spec.type() != ColumnType.TEXT) {
            of(spec, format);
        }
    }

    ValueFormat of(ColumnSpec spec, String format) {
        return find(spec, format)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "format.sql.says_not_how_written",
                                format,
                                spec.name(),
                                spec.type().name().toLowerCase(Locale.ROOT))));
    }

    private Optional<? extends ValueFormat> find(ColumnSpec spec, String format) {
        return switch (spec.type()) {
            case DATE, TIMESTAMP ->
                switch (format) {
                    case UNIX_SECONDS -> Optional.of(new Unix("[0-9]{9,10}", 1_000_000, zone));
                    case UNIX_MILLIS -> Optional.of(new Unix("[0-9]{12,13}", 1_000, zone));
                    case UNIX_MICROS -> Optional.of(new Unix("[0-9]{15,16}", 1, zone));
                    case EXCEL_DAYS -> Optional.of(new ExcelDays(spec));
                    default -> DateFormat.of(format, spec, today, zone);
                };
            case INTEGER, DOUBLE, DECIMAL ->
                format.equals(CENTS) ? Optional.of(new Cents(sqlType(spec))) : NumberFormat.of(format, spec);
            case BOOLEAN -> WORDS.matcher(format).matches() ? Optional.of(new Words(format)) : Optional.empty();
            case TEXT -> Optional.empty();
        };
    }

    /** A word for yes and one for no; without a second word, a blank is no. */
    private record Words(String format) implements ValueFormat {
        private String word(int i) {
            return (format + " ").split("/", -1)[i].strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean fits(String text) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            return lower.equals(word(0)) || lower.equals(word(1));
        }

        @Override
        public String sql(String raw) {
            return "CASE lower(trim(" + raw + ")) WHEN '" + word(0) + "' THEN true WHEN '" + word(1)
                    + "' THEN false END";
        }
    }

    /** Whole numbers of which a hundred are one of the currency. */
    private record Cents(String type) implements ValueFormat {
        @Override
        public boolean fits(String text) {
            return text.strip().matches("[+-]?[0-9]+");
        }

        @Override
        public String sql(String raw) {
            return "CASE WHEN regexp_full_match(" + raw + ", '\\s*[+-]?[0-9]+\\s*') THEN try_cast(try_cast(" + raw
                    + " AS DECIMAL(38,4)) / 100 AS " + type + ") END";
        }
    }

    /** Days since the end of 1899, as spreadsheets store them. */
    private record ExcelDays(ColumnSpec spec) implements ValueFormat {
        private static final String SHAPE = "[1-9][0-9]{4}(?:[.][0-9]+)?";

        @Override
        public boolean fits(String text) {
            return text.strip().matches(SHAPE);
        }

        @Override
        public String sql(String raw) {
            String seconds = "CAST(round(try_cast(" + raw + " AS DOUBLE) * 86400) AS BIGINT)";
            String moment = "(TIMESTAMP '1899-12-30 00:00:00' + to_seconds(" + seconds + "))";
            boolean day = spec.type() == ColumnType.DATE;
            String fits = "regexp_full_match(" + raw + ", '\\s*" + (day ? "[1-9][0-9]{4}(?:[.]0+)?" : SHAPE) + "\\s*')";
            return "CASE WHEN " + fits + " THEN " + (day ? "CAST(" + moment + " AS DATE)" : moment) + " END";
        }
    }

    /** A moment since 1970 in universal time, as a whole number of so many millionths of a second. */
    private record Unix(String digits, long micros, ZoneId zone) implements ValueFormat {
        @Override
        public boolean fits(String text) {
            return text.strip().matches(digits);
        }

        @Override
        public boolean withZone() {
            return true;
        }

        @Override
        public String sql(String raw) {
            String moment = "make_timestamp(try_cast(" + raw + " AS BIGINT) * " + micros + ")";
            return "CASE WHEN regexp_full_match(" + raw + ", '\\s*" + digits + "\\s*') THEN " + local(moment, zone)
                    + " END";
        }
    }

    /** A moment in UTC as one of the workspace's zone. */
    static String local(String utc, ZoneId zone) {
        String seconds = DateFormat.fixedOffset(zone);
        return seconds.isEmpty()
                ? "timezone('" + zone.getId() + "', timezone('UTC', " + utc + "))"
                : seconds.equals("0") ? utc : "(" + utc + " + to_seconds(" + seconds + "))";
    }

    /** The type that values of a column are stored as. */
    public static String sqlType(ColumnSpec spec) {
        return switch (spec.type()) {
            case INTEGER -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case DECIMAL -> "DECIMAL(18," + scale(spec) + ")";
            case TEXT -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** How many digits a decimal of that column has behind its point. */
    public static int scale(ColumnSpec spec) {
        return spec.name().equals("quantity") ? CustomerModel.QUANTITY_SCALE : CustomerModel.MONEY_SCALE;
    }

    /** {@link #cast} of the plain way of writing, which needs neither today nor a zone. */
    public static String plain(String raw, ColumnSpec spec) {
        String timestamp = "try_cast(" + raw + " AS TIMESTAMP)";
        return switch (spec.type()) {
            case TEXT -> raw;
            case BOOLEAN -> "try_cast(" + raw + " AS BOOLEAN)";
            // The engine's casts take 1_000 for a thousand.
            case DECIMAL ->
                "CASE WHEN NOT contains(" + raw + ", '_') THEN try_cast(" + raw + " AS " + sqlType(spec) + ") END";
            case DOUBLE ->
                "CASE WHEN isfinite(try_cast(" + raw + " AS DOUBLE)) AND NOT contains(" + raw + ", '_') THEN try_cast("
                        + raw + " AS DOUBLE) END";
            case INTEGER ->
                "CASE WHEN regexp_full_match(" + raw + ", '\\s*[+-]?\\d+(\\.0{1,2})?\\s*') THEN try_cast(" + raw
                        + " AS BIGINT) END";
            case DATE ->
                "CASE WHEN regexp_full_match(" + raw
                        + ", '\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]0?0:00(:00(\\.0+)?)?)?\\s*') THEN try_cast(" + raw
                        + " AS DATE) END";
            case TIMESTAMP ->
                "CASE WHEN length(" + raw + ") = 19 AND " + raw + "[17:17] = ':' THEN " + timestamp
                        + " WHEN regexp_full_match(" + raw
                        + ", '\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?\\s*') THEN "
                        + timestamp + " END";
        };
    }
}
