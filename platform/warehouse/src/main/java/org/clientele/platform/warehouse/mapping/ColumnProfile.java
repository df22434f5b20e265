package org.clientele.platform.warehouse.mapping;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;

/**
 * What the first values of a column are like.
 *
 * @param values those that are not blank
 * @param rows how many rows the sample has
 * @param distinct the different values
 * @param whole share of whole numbers, 0 to 1; the other shares likewise
 * @param fraction share of numbers that are not whole
 * @param numbers the values as numbers in their rows; NaN where they are none
 */
record ColumnProfile(
        List<String> values,
        int rows,
        Set<String> distinct,
        double number,
        double whole,
        double fraction,
        double date,
        double clock,
        double email,
        double country,
        double currency,
        double truth,
        double length,
        double[] numbers) {
    private static final Texts TEXTS = Texts.of(ColumnProfile.class);

    private static final FormatCandidates FORMATS =
            new FormatCandidates(new FormatSql(LocalDate.of(2026, 1, 1), ZoneOffset.UTC));
    private static final ColumnSpec NUMBER = ColumnSpec.of("x", ColumnType.DOUBLE);
    private static final ColumnSpec MOMENT = ColumnSpec.of("x", ColumnType.TIMESTAMP);
    private static final Pattern CLOCK =
            Pattern.compile("\\s*\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(\\s*[apAP][mM])?\\s*");
    private static final Pattern EMAIL = Pattern.compile("\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*");
    private static final Set<String> TRUTH = Set.of(
            "true", "false", "yes", "no", "y", "n", "t", "f", "1", "0", "ja", "nein", "j", "wahr", "falsch", "x");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final Set<String> COUNTRIES = countries();

    private static Set<String> countries() {
        Set<String> all = new HashSet<>(Set.of("uk", "usa", "eire", "england", "scotland", "holland", "rsa", "korea"));
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            all.add(code.toLowerCase(Locale.ROOT));
            all.add(country.getISO3Country().toLowerCase(Locale.ROOT));
            all.add(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
            all.add(country.getDisplayCountry(Locale.GERMAN).toLowerCase(Locale.ROOT));
        }
        return all;
    }

    static ColumnProfile of(List<List<String>> sample, int column) {
        List<String> all =
                sample.stream().map(r -> column < r.size() ? r.get(column) : "").toList();
        List<String> values =
                all.stream().filter(v -> !Absent.isAmongNumbers(v)).toList();
        Optional<String> numbers = FORMATS.best(NUMBER, values);
        double number = share(values, v -> numbers.isPresent() && FORMATS.fits(v, NUMBER, numbers.get()));
        boolean comma = numbers.isPresent() && numbers.get().matches(".*,\\d{1,2}\\D*");
        double[] parsed = all.stream().mapToDouble(v -> parse(v, comma)).toArray();
        double whole = share(values, v -> number > 0.5 && parse(v, comma) == Math.rint(parse(v, comma)));
        // Eight digits are a day or a number; the header tells.
        Optional<String> moment = FORMATS.best(MOMENT, values).filter(f -> !f.equals(FormatSql.EXCEL_DAYS));
        double date = share(values, v -> moment.isPresent() && FORMATS.fits(v, MOMENT, moment.get()));
        return new ColumnProfile(
                values,
                sample.size(),
                new LinkedHashSet<>(values),
                number,
                whole,
                number > 0.5 ? number - Math.min(whole, number) : 0,
                date,
                share(values, v -> CLOCK.matcher(v).matches()),
                share(values, v -> EMAIL.matcher(v).matches()),
                share(values, v -> COUNTRIES.contains(v.strip().toLowerCase(Locale.ROOT))),
                share(values, v -> CURRENCIES.contains(v.strip().toUpperCase(Locale.ROOT))),
                share(values, v -> TRUTH.contains(v.strip().toLowerCase(Locale.ROOT))),
                values.stream().mapToInt(String::length).average().orElse(0),
                parsed);
    }

    private static double share(List<String> values, java.util.function.Predicate<String> is) {
        return values.isEmpty() ? 0 : values.stream().filter(is).count() / (double) values.size();
    }

    private static double parse(String text, boolean comma) {
        String bare = text.replaceAll(comma ? "[^0-9,]" : "[^0-9.]", "").replace(',', '.');
        boolean minus = text.matches(".*[-(\u2212].*");
        try {
            double value = bare.isEmpty() ? Double.NaN : Double.parseDouble(bare);
            return Double.isFinite(value) ? (minus ? -value : value) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean empty() {
        return values.isEmpty();
    }

    /** The share of values that may be days as Excel counts them, from 1982 to 2063: plain numbers to all others. */
    double serial() {
        return share(values, v -> v.strip().matches("[3-5]\\d{4}([.,]\\d+)?"));
    }

    /** Whether most values are addresses of pages. */
    boolean links() {
        return share(values, v -> v.contains("://")) > 0.5;
    }

    /** How many of the values differ, as a share. */
    double variety() {
        return values.isEmpty() ? 0 : distinct.size() / (double) values.size();
    }

    double largest() {
        double most = Double.NaN;
        for (double n : numbers) {
            most = Double.isNaN(most) || n > most ? n : most;
        }
        return most;
    }

    double smallest() {
        double least = Double.NaN;
        for (double n : numbers) {
            least = Double.isNaN(least) || n < least ? n : least;
        }
        return least;
    }

    /** For people: "98 % of the values are whole numbers, and they repeat". */
    String sentence() {
        if (values.isEmpty()) {
            return rows == 0
                    ? TEXTS.get("column.profile.there_were_no_values")
                    : TEXTS.get("column.profile.first_rows_have_no");
        }
        String what;
        double share;
        if (email > 0.7) {
            what = "email";
            share = email;
        } else if (date > 0.7 && (number < 0.7 || date > number)) {
            what = "dates";
            share = date;
        } else if (clock > 0.7) {
            what = "times";
            share = clock;
        } else if (country > 0.7) {
            what = "countries";
            share = country;
        } else if (currency > 0.7) {
            what = "currencies";
            share = currency;
        } else if (whole > 0.95) {
            what = "whole";
            share = whole;
        } else if (number > 0.7) {
            what = "numbers";
            share = number;
        } else {
            what = "text";
            share = 1;
        }
        String kind = TEXTS.get("kind." + what);
        String said = share > 0.995
                ? TEXTS.get("column.profile.all", kind)
                : TEXTS.get("column.profile.part", Math.round(100 * share), kind);
        boolean unique = distinct.size() == values.size() && values.size() > 1;
        if (unique) {
            return TEXTS.get("column.profile.unique", said);
        }
        return variety() < 0.9 ? TEXTS.get("column.profile.repeated", said) : said;
    }
}
