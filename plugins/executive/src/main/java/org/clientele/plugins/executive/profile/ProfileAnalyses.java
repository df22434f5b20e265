package org.clientele.plugins.executive.profile;

import java.util.List;
import java.util.Locale;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** The analyses of the page that take no parameters. */
final class ProfileAnalyses {
    static final String AGE = "profile-age";
    static final String BRACKETS = "profile-age-brackets";
    static final String GENDER = "profile-gender";
    static final String CHILDREN = "profile-children";

    private static final List<String> AGES = List.of("under 25", "25–34", "35–44", "45–54", "55–64", "65 up");
    private static final int YOUNGEST = 25;
    private static final int STEP = 10;
    private static final String FROM_BIRTH = "a date or year of birth";

    /** No parameters. */
    record None() {}

    /** Works out a frame. */
    @FunctionalInterface
    private interface Work {
        Frame of(People people);
    }

    /** An analysis of the customers. */
    private record OfPeople(QualifiedId id, String title, String description, Work work) implements Analysis<None> {
        @Override
        public None defaults() {
            return new None();
        }

        @Override
        public Frame run(None parameters, AnalysisContext context) {
            return work.of(People.of(context));
        }
    }

    private ProfileAnalyses() {}

    static List<Analysis<?>> all() {
        return List.of(
                analysis(
                        AGE,
                        "Average age",
                        "The average age of the customers of the period on the day of the newest order.",
                        ProfileAnalyses::age),
                analysis(
                        BRACKETS,
                        "Revenue by age",
                        "Net revenue and customers by age on the day of the newest order, in brackets of ten years.",
                        ProfileAnalyses::brackets),
                analysis(GENDER, "Revenue by gender", "Net revenue and customers by gender.", ProfileAnalyses::gender),
                analysis(
                        CHILDREN,
                        "Revenue by children at home",
                        "With children: those who count some (attributes such as Kidhome and Teenhome), else those whose"
                                + " household is larger than one adult, or two who are married or live together.",
                        ProfileAnalyses::children));
    }

    private static Analysis<?> analysis(String name, String title, String description, Work work) {
        return new OfPeople(QualifiedId.of(ProfilePage.NAMESPACE + name), title, description, work);
    }

    private static Frame age(People people) {
        int age = people.averageAge().orElseThrow(() -> People.missing("an age", FROM_BIRTH));
        long known = people.all().stream()
                .filter(p -> p.age() >= 0 && people.counts(p))
                .count();
        Frame frame = new Sheet()
                .count("age", "Average age", "years")
                .row((long) age)
                .frame()
                .withInsight(
                        "On " + people.asOf() + ", of " + String.format(Locale.ENGLISH, "%,d", known) + " customers");
        long unknown = people.count() - known;
        return unknown == 0
                ? frame
                : frame.withCaveat(Caveat.of(
                        Caveat.Kind.ROWS_EXCLUDED,
                        String.format(Locale.ENGLISH, "%,d customers do not say their age.", unknown)));
    }

    static String bracket(int age) {
        return AGES.get(age < YOUNGEST ? 0 : Math.min(AGES.size() - 1, (age - YOUNGEST) / STEP + 1));
    }

    private static Frame brackets(People people) {
        List<Group> groups = Group.of(people, AGES, p -> p.age() < 0 ? null : bracket(p.age()));
        if (groups.isEmpty()) {
            throw People.missing("an age", FROM_BIRTH);
        }
        return said(people, Group.frame(people, groups, "age", "Age"), groups);
    }

    private static Frame gender(People people) {
        List<Group> groups = Group.of(people, List.of(), People.Person::gender);
        if (groups.isEmpty()) {
            throw People.missing("a gender", "a column for it");
        }
        groups.sort(java.util.Comparator.comparingDouble(Group::revenue).reversed());
        return said(people, Group.frame(people, groups, "customer.gender", "Gender"), groups);
    }

    private static Frame children(People people) {
        List<Group> groups = Group.of(
                people,
                List.of("With children", "Without children"),
                p -> p.children() == null ? null : p.children() ? "With children" : "Without children");
        if (groups.isEmpty()) {
            throw People.missing("a household", "household size and marital status, or with a number of children,");
        }
        return said(people, Group.frame(people, groups, "children", "Household"), groups);
    }

    private static Frame said(People people, Frame frame, List<Group> groups) {
        if (!people.orders()) {
            return frame.withInsight("Customers only: nothing was ordered yet");
        }
        Group best = groups.get(0);
        double all = 0;
        for (Group g : groups) {
            all += g.revenue();
            best = g.revenue() > best.revenue() ? g : best;
        }
        return all > 0
                ? frame.withInsight(String.format(
                        Locale.ENGLISH,
                        "%s bring %.0f %% of the revenue that can be told apart",
                        best.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + best.name().substring(1),
                        100 * best.revenue() / all))
                : frame;
    }
}
