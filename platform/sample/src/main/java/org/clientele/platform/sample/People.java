package org.clientele.platform.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.CustomerModel;

/** Who the customers are: names, addresses, what they told about themselves. Nothing of it changes how they behave. */
final class People {
    private static final List<String> MAIL_HOSTS = List.of("example.com", "example.org", "example.net");
    private static final List<String> BROKEN_MAILS = List.of(
            "@exmaple.com", "@example,com", "(at)example.org", "@@example.net", "@example.con", "@.example.com");
    private static final List<String> BROKEN_COUNTRIES = List.of("UK", "GBR", "Untied Kingdom", "XX", "Grait Britain");
    private static final List<String> SHOPS =
            List.of(" Interiors", " & Daughters", " Gifts", " Homeware", " Garden Centre", " Farm Shop", " Hotel");
    private static final List<String> SCHOOLING =
            List.of("School", "School", "College", "College", "Bachelor", "Bachelor", "Master", "Doctorate");
    private static final List<String> WORK = List.of(
            "Teacher",
            "Nurse",
            "Office",
            "Engineer",
            "Civil service",
            "Retail",
            "Self-employed",
            "Manager",
            "Student",
            "Designer",
            "Craft",
            "At home");
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int PENSION_AGE = 67;

    private final SampleOptions options;
    private final Population population;
    private final Faults faults;
    private final Batches out;
    private final Map<String, String[]> names = new TreeMap<>();

    People(SampleOptions options, Population population, Faults faults, TableSink sink) {
        this.options = options;
        this.population = population;
        this.faults = faults;
        this.out = new Batches(CustomerModel.CUSTOMER, sink);
        for (String[] f : Resource.rows("names.txt")) {
            names.put(f[0] + " " + f[1], f[2].split(","));
        }
    }

    /** Writes the row of customer {@code i}. */
    void write(int i) {
        write(i, Population.id(i));
    }

    /** Writes those that registered twice, under numbers behind all others, and ends the table. */
    void end() {
        int second = options.customers();
        for (int i = 0; i < options.customers(); i++) {
            String id = Population.id(second);
            int original = i;
            if (faults.strikes(Faults.Kind.DUPLICATE_PERSON, i, 0, () -> id + " = " + Population.id(original))) {
                write(i, id);
                second++;
            }
        }
        out.flush();
    }

    private void write(int i, String id) {
        Customer customer = population.customer(i);
        Place place = customer.place();
        Draws draws = Draws.of(options.seed(), Draws.Purpose.IDENTITY, i, 0);
        String language = place.languages()[draws.below(place.languages().length)];
        boolean woman = draws.chance(0.68);
        String first = draws.oneOf(list(language, woman ? "f" : "m"));
        String last = draws.oneOf(list(language, "last"));
        String host = draws.any(MAIL_HOSTS);
        boolean original = id.equals(Population.id(i));
        boolean person = !customer.trade();

        out.text("customer_id", id).text("name", person ? first + " " + last : last + draws.any(SHOPS));
        if (draws.chance(0.94)) {
            String mail = mailName(first) + "." + mailName(last) + Population.number(i);
            boolean typo = original && faults.strikes(Faults.Kind.EMAIL_TYPO, i, 0, () -> id);
            out.text(
                    "email",
                    mail + (typo ? faults.look(Faults.Kind.EMAIL_TYPO, i).any(BROKEN_MAILS) : "@" + host));
        }
        if (draws.chance(0.9) && person) {
            out.text("gender", woman ? "female" : "male");
        }
        aboutHerself(i, id, customer, original, draws);
        boolean wrongCountry = original && faults.strikes(Faults.Kind.WRONG_COUNTRY, i, 0, () -> id);
        out.text(
                        "country",
                        wrongCountry
                                ? faults.look(Faults.Kind.WRONG_COUNTRY, i).any(BROKEN_COUNTRIES)
                                : place.country())
                .text("region", place.region());
        if (!original || !faults.strikes(Faults.Kind.MISSING_CITY, i, 0, () -> id)) {
            out.text("city", place.city());
        }
        // Within a few kilometres of the centre; a degree of longitude is shorter the further north it is.
        double north = 0.025 * draws.normal();
        double east = 0.025 * draws.normal() / StrictMath.cos(StrictMath.toRadians(place.latitude()));
        out.text("postal_code", postalCode(place.postalCode(), draws))
                .real("latitude", rounded(place.latitude() + north))
                .real("longitude", rounded(place.longitude() + east))
                .moment("registered_at", customer.registeredDay(), customer.registeredSecond())
                .text("acquisition_channel", customer.acquisition())
                .flag("consent", customer.consent())
                .end();
    }

    private void aboutHerself(int i, String id, Customer customer, boolean original, Draws draws) {
        boolean person = !customer.trade();
        Segment segment = customer.segment();
        boolean saysBirthday = draws.chance(0.72);
        int age = Math.max(18, Math.min(91, (int) (segment.age() + 13 * draws.normal())));
        LocalDate born =
                TradingCalendar.date(customer.registeredDay()).minusYears(age).minusDays(draws.below(365));
        boolean married = draws.chance(Math.min(0.66, Math.max(0.05, (age - 20) / 40.0)));
        String single =
                age > 45 && draws.chance(0.4) ? "Divorced" : age > 66 && draws.chance(0.5) ? "Widowed" : "Single";
        int household = married ? 2 + (age < 52 ? draws.poisson(1.1) : 0) : 1 + (draws.chance(0.25) ? 1 : 0);
        String schooling = draws.any(SCHOOLING);
        String work = age >= PENSION_AGE ? "Retired" : draws.any(WORK);
        double income = segment.income()
                * StrictMath.exp(0.32 * draws.normal() - 0.05)
                * (schooling.equals("Master") || schooling.equals("Doctorate") ? 1.25 : 1)
                * (work.equals("Retired") || work.equals("Student") ? 0.62 : 1);
        boolean saysMore = draws.chance(0.55);
        if (person && saysBirthday) {
            boolean future = original && faults.strikes(Faults.Kind.FUTURE_DATE, i, 0, () -> id);
            LocalDate said = future ? born.plusYears(100) : born;
            out.number("birth_date", said.toEpochDay()).number("birth_year", said.getYear());
        }
        if (person && saysMore) {
            out.text("education", schooling)
                    .text("marital_status", married ? "Married" : single)
                    .text("occupation", work)
                    .number("household_size", household)
                    .number("income", Math.round(income / 100) * 100 * Shopping.POUND);
        }
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
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
