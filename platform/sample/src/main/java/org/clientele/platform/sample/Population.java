package org.clientele.platform.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The customers. Each is drawn from her number alone whenever she is needed, so a million of them take no memory. Numbers
 * follow registration. Purchase rates and churn hazards are gamma-distributed and independent, life times exponential:
 * the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), with acquisition channels that differ in loyalty.
 */
final class Population {
    private static final long FIRST_CUSTOMER_NUMBER = 100_001;
    /** Customers of old registered in the three years before the first day of trade. */
    private static final int EARLIEST = -1096;

    /** So many that revenue grows by about 12 % a year as others join them. */
    private static final double SHARE_OF_OLD = 0.5;
    /** Orders per average day of trade; with it about twenty lines come with each customer. */
    private static final double MEAN_RATE = 1 / 97.0;

    private static final double RATE_SHAPE = 0.9;
    private static final double MEAN_HAZARD = 1 / 600.0;
    private static final double HAZARD_SHAPE = 1.1;

    private static final String[] ACQUISITION = {
        "Organic search", "Paid search", "Social media", "Recommendation", "Shop", "Craft fair", "Newsletter swap"
    };
    private static final double[] ACQUISITION_SUMS = {0, .27, .47, .64, .80, .90, .96, 1};
    private static final double[] ACQUISITION_HAZARD = {.95, 1.55, 1.5, .45, .6, 1.1, 1.0};
    private static final String[] MAIL_HOSTS = {"example.com", "example.org", "example.net"};
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final SampleOptions options;
    private final int categories;
    private final List<Place> places = new ArrayList<>();
    private final double[] placeSums;
    private final Map<String, String[]> names = new TreeMap<>();
    private final double[] registrationSums;

    Population(SampleOptions options, TradingCalendar calendar, Catalogue catalogue) {
        this.options = options;
        this.categories = catalogue.categoryCount();
        this.placeSums = readPlaces();
        for (String[] f : Resource.rows("names.txt")) {
            names.put(f[0] + " " + f[1], f[2].split(","));
        }
        this.registrationSums = registrations(calendar);
    }

    private double[] readPlaces() {
        List<String[]> rows = Resource.rows("places.txt");
        Map<String, Double> weights = new TreeMap<>();
        rows.forEach(f -> weights.merge(f[0], Double.parseDouble(f[6]), Double::sum));
        double[] sums = new double[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            String[] f = rows.get(i);
            double share = Double.parseDouble(f[1]) * Double.parseDouble(f[6]) / weights.getOrDefault(f[0], 1.0);
            sums[i + 1] = sums[i] + share;
            places.add(new Place(f[0], f[2].split(","), f[3], f[4], f[5], f[7], Integer.parseInt(f[8])));
        }
        return sums;
    }

    private static double[] registrations(TradingCalendar calendar) {
        double old = 0;
        for (int d = EARLIEST; d < 0; d++) {
            old += d - EARLIEST + 400;
        }
        double trading = 0;
        for (int d = 0; d < TradingCalendar.DAYS; d++) {
            trading += calendar.busyness(d);
        }
        double[] sums = new double[TradingCalendar.DAYS - EARLIEST + 1];
        for (int d = EARLIEST; d < TradingCalendar.DAYS; d++) {
            double weight = d < 0
                    ? SHARE_OF_OLD * (d - EARLIEST + 400) / old
                    : (1 - SHARE_OF_OLD) * calendar.busyness(d) / trading;
            sums[d - EARLIEST + 1] = sums[d - EARLIEST] + weight;
        }
        return sums;
    }

    private static int find(double[] sums, double share) {
        double target = share * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    static String id(int customer) {
        return "C-" + (FIRST_CUSTOMER_NUMBER + customer);
    }

    /** Somewhere that customers come from. */
    Place place(double uniform) {
        return places.get(find(placeSums, uniform));
    }

    /** How customer {@code i} behaves. */
    Customer customer(int i) {
        Draws draws = Draws.of(options.seed(), Draws.Purpose.TRAITS, i, 0);
        // Her registration lies in her own slice of all registrations, so numbers follow time.
        int day = find(registrationSums, (i + draws.uniform()) / options.customers()) + EARLIEST;
        int second = (8 + draws.below(14)) * 3600 + draws.below(3600);
        Place place = place(draws.uniform());
        int source = find(ACQUISITION_SUMS, draws.uniform());
        if (source >= 4 && source <= 5 && place.kilometres() > 150) {
            source = 0;
        }
        boolean trade = draws.chance(0.03);
        double hazard = MEAN_HAZARD * ACQUISITION_HAZARD[source] * draws.gamma(HAZARD_SHAPE) * (trade ? 0.5 : 1);
        double lastDay = day + Math.min(100_000, draws.exponential() / Math.max(hazard, 1e-9));
        double rate = MEAN_RATE * draws.gamma(RATE_SHAPE) * (trade ? 1.2 : 1);
        boolean buysAtOnce = draws.chance(0.85);
        int favourite = draws.below(categories);
        return new Customer(place, ACQUISITION[source], day, second, buysAtOnce, rate, lastDay, trade, favourite);
    }

    /** Writes the row of customer {@code i}. */
    void write(int i, Batches out) {
        Customer customer = customer(i);
        Place place = customer.place();
        Draws draws = Draws.of(options.seed(), Draws.Purpose.IDENTITY, i, 0);
        String language = place.languages()[draws.below(place.languages().length)];
        boolean woman = draws.chance(0.68);
        String first = draws.oneOf(list(language, woman ? "f" : "m"));
        String last = draws.oneOf(list(language, "last"));
        boolean hasMail = draws.chance(0.94);
        String host = MAIL_HOSTS[draws.below(MAIL_HOSTS.length)];
        boolean saysGender = draws.chance(0.9);
        boolean saysBirthday = draws.chance(0.72);
        int age = 19 + (int) (62 * (draws.uniform() + draws.uniform() + draws.uniform()) / 3);
        long registered = TradingCalendar.FIRST_DAY.toEpochDay() + customer.registeredDay();
        LocalDate born = LocalDate.ofEpochDay(registered).minusYears(age).minusDays(draws.below(365));
        out.text("customer_id", id(i)).text("name", first + " " + last);
        if (hasMail) {
            out.text("email", mailName(first) + "." + mailName(last) + (FIRST_CUSTOMER_NUMBER + i) + "@" + host);
        }
        if (saysGender) {
            out.text("gender", woman ? "female" : "male");
        }
        if (saysBirthday) {
            out.number("birth_date", born.toEpochDay());
        }
        out.text("country", place.country())
                .text("region", place.region())
                .text("city", place.city())
                .text("postal_code", postalCode(place.postalCode(), draws))
                .number("registered_at", (registered * 86_400 + customer.registeredSecond()) * 1_000_000)
                .text("acquisition_channel", customer.acquisition())
                .end();
    }

    private String[] list(String language, String kind) {
        String[] found = names.get(language + " " + kind);
        if (found == null) {
            throw new IllegalStateException("names.txt has no names for " + language + " " + kind);
        }
        return found;
    }

    private static String mailName(String name) {
        String spelled = name.toLowerCase(Locale.ROOT)
                .replace("ü", "ue")
                .replace("ö", "oe")
                .replace("ä", "ae")
                .replace("ø", "o");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    private static String postalCode(String pattern, Draws draws) {
        StringBuilder code = new StringBuilder(pattern.length());
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '#' -> code.append((char) ('1' + draws.below(9)));
                case '@' -> code.append(LETTERS.charAt(draws.below(LETTERS.length())));
                default -> code.append(c);
            }
        }
        return code.toString();
    }
}
