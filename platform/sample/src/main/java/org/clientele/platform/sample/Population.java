package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * How the customers behave. Each is drawn from her number alone whenever she is needed, so a million of them take no
 * memory. Numbers follow registration.
 */
final class Population {
    /** Customers of old registered in the three years before the first day of trade. */
    static final int EARLIEST = -1096;

    static final List<String> ACQUISITION = List.of(
            "Organic search", "Paid search", "Social media", "Recommendation", "Shop", "Craft fair", "Newsletter swap");

    private static final long FIRST_CUSTOMER_NUMBER = 100_001;
    /** So many that revenue grows by about 12 % a year as others join them. */
    private static final double SHARE_OF_OLD = 0.5;
    /** Of new customers; the others look around first. */
    static final double BUYS_AT_ONCE = 0.85;

    private static final int ORGANIC = 0;
    private static final int SHOP = 4;
    private static final int FAIR = 5;
    private static final int LONGEST_LIFE = 100_000;

    private final SampleOptions options;
    private final List<String> categories;
    private final List<Segment> segments = Segment.all();
    private final Choice<Segment> segment = new Choice<>(segments, Segment::share);
    private final List<double[]> channelSums;
    private final Choice<Place> places;
    private final double[] registrationSums;

    Population(SampleOptions options, TradingCalendar calendar, List<String> categories) {
        this.options = options;
        this.categories = categories;
        this.places = places();
        this.registrationSums = registrations(calendar);
        this.channelSums = segments.stream().map(s -> sums(s.acquisition())).toList();
    }

    private static double[] sums(double[] weights) {
        double[] sums = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            sums[i + 1] = sums[i] + weights[i];
        }
        return sums;
    }

    private static Choice<Place> places() {
        List<Place> all = new ArrayList<>();
        for (String[] f : Resource.rows("places.txt")) {
            all.add(new Place(
                    f[0],
                    Double.parseDouble(f[1]),
                    Double.parseDouble(f[6]),
                    f[2].split(","),
                    f[3],
                    f[4],
                    f[5],
                    f[7],
                    Integer.parseInt(f[8]),
                    Double.parseDouble(f[9]),
                    Double.parseDouble(f[10])));
        }
        return new Choice<>(
                all,
                p -> p.countryShare()
                        * p.weight()
                        / all.stream()
                                .filter(o -> o.country().equals(p.country()))
                                .mapToDouble(Place::weight)
                                .sum());
    }

    private static double[] registrations(TradingCalendar calendar) {
        double old = 0;
        for (int d = EARLIEST; d < 0; d++) {
            old += d - EARLIEST + 400;
        }
        double[] sums = new double[TradingCalendar.DAYS - EARLIEST + 1];
        for (int d = EARLIEST; d < TradingCalendar.DAYS; d++) {
            double weight = d < 0
                    ? SHARE_OF_OLD * (d - EARLIEST + 400) / old
                    : (1 - SHARE_OF_OLD) * calendar.busyness(d) / calendar.clock(TradingCalendar.DAYS);
            sums[d - EARLIEST + 1] = sums[d - EARLIEST] + weight;
        }
        return sums;
    }

    static String id(long customer) {
        return "C-" + number(customer);
    }

    static long number(long customer) {
        return FIRST_CUSTOMER_NUMBER + customer;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Somewhere that customers come from. */
    Place place(double uniform) {
        return places.at(uniform);
    }

    /** How customer {@code i} behaves. */
    Customer customer(int i) {
        Draws draws = Draws.of(options.seed(), Draws.Purpose.TRAITS, i, 0);
        // Her registration lies in her own slice of all registrations, so numbers follow time.
        int day = Choice.find(registrationSums, (i + draws.uniform()) / options.customers()) + EARLIEST;
        int second = (8 + draws.below(14)) * 3600 + draws.below(3600);
        Place place = place(draws.uniform());
        Segment own = segment.at(draws.uniform());
        int source = Choice.find(channelSums.get(own.index()), draws.uniform());
        if (source >= SHOP && source <= FAIR && place.kilometres() > 150) {
            source = ORGANIC;
        }
        double hazard = own.dropoutShape() / own.dropoutScale() * draws.gamma(own.dropoutShape());
        double life = draws.exponential() / Math.max(hazard, 1e-9);
        int lastDay = day + (int) Math.min(LONGEST_LIFE, life);
        double rate = own.ordersAYear() / 365 * draws.gamma(own.rateShape());
        boolean buysAtOnce = draws.chance(BUYS_AT_ONCE);
        int any = draws.below(categories.size());
        int favourite = own.favourite().equals(Segment.ANY) ? any : categories.indexOf(own.favourite());
        boolean consent = draws.chance(own.consent());
        return new Customer(
                own, place, ACQUISITION.get(source), day, second, buysAtOnce, rate, lastDay, favourite, consent);
    }
}
