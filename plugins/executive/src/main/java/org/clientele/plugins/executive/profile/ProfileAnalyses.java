package org.clientele.plugins.executive.profile;

import java.util.List;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The analyses of the page that take no parameters. */
final class ProfileAnalyses {
    private static final Texts TEXTS = Texts.of(ProfileAnalyses.class);

    static final String AGE = "profile-age";
    static final String BRACKETS = "profile-age-brackets";
    static final String GENDER = "profile-gender";
    static final String CHILDREN = "profile-children";

    private static final List<String> AGES = List.of(
            TEXTS.get("ages.under", 25),
            TEXTS.get("ages.from.to", 25, 34),
            TEXTS.get("ages.from.to", 35, 44),
            TEXTS.get("ages.from.to", 45, 54),
            TEXTS.get("ages.from.to", 55, 64),
            TEXTS.get("ages.from", 65));
    private static final int YOUNGEST = 25;
    private static final int STEP = 10;

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
                        TEXTS.get("profile.analyses.average_age"),
                        TEXTS.get("profile.analyses.average_age_customers_period"),
                        ProfileAnalyses::age),
                analysis(
                        BRACKETS,
                        TEXTS.get("profile.analyses.revenue_by_age"),
                        TEXTS.get("profile.analyses.net_revenue_and_customers"),
                        ProfileAnalyses::brackets),
                analysis(
                        GENDER,
                        TEXTS.get("profile.analyses.revenue_by_gender"),
                        TEXTS.get("profile.analyses.net_revenue_and_customers_2"),
                        ProfileAnalyses::gender),
                analysis(
                        CHILDREN,
                        TEXTS.get("profile.analyses.revenue_by_children_at"),
                        TEXTS.get("profile.analyses.with_children_those_who"),
                        ProfileAnalyses::children));
    }

    private static Analysis<?> analysis(String name, String title, String description, Work work) {
        return new OfPeople(QualifiedId.of(ProfilePage.NAMESPACE + name), title, description, work);
    }

    private static Frame age(People people) {
        int age = people.averageAge().orElseThrow(() -> People.missing("age"));
        long known = people.all().stream()
                .filter(p -> p.age() >= 0 && people.counts(p))
                .count();
        Frame frame = new FrameRows()
                .count("age", TEXTS.get("profile.analyses.column.age"), "years")
                .row((long) age)
                .frame()
                .withInsight(TEXTS.get("age.of", people.asOf(), known));
        long unknown = people.count() - known;
        return unknown == 0
                ? frame
                : frame.withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("age.unknown", unknown)));
    }

    static String bracket(int age) {
        return AGES.get(age < YOUNGEST ? 0 : Math.min(AGES.size() - 1, (age - YOUNGEST) / STEP + 1));
    }

    private static Frame brackets(People people) {
        List<Group> groups = Group.of(people, AGES, p -> p.age() < 0 ? null : bracket(p.age()));
        if (groups.isEmpty()) {
            throw People.missing("age");
        }
        return said(people, Group.frame(people, groups, "age", TEXTS.get("profile.analyses.age")), groups);
    }

    private static Frame gender(People people) {
        List<Group> groups = Group.of(people, List.of(), People.Person::gender);
        if (groups.isEmpty()) {
            throw People.missing("gender");
        }
        groups.sort(java.util.Comparator.comparingDouble(Group::revenue).reversed());
        return said(
                people, Group.frame(people, groups, "customer.gender", TEXTS.get("profile.analyses.gender")), groups);
    }

    private static Frame children(People people) {
        String with = TEXTS.get("children.with");
        String without = TEXTS.get("children.without");
        List<Group> groups = Group.of(
                people, List.of(with, without), p -> p.children() == null ? null : p.children() ? with : without);
        if (groups.isEmpty()) {
            throw People.missing("household");
        }
        return said(people, Group.frame(people, groups, "children", TEXTS.get("profile.analyses.household")), groups);
    }

    private static Frame said(People people, Frame frame, List<Group> groups) {
        if (!people.orders()) {
            return frame.withInsight(TEXTS.get("profile.analyses.customers_only_nothing_was"));
        }
        Group best = groups.get(0);
        double all = 0;
        long customers = 0;
        for (Group g : groups) {
            all += g.revenue();
            customers += g.customers();
            best = g.revenue() > best.revenue() ? g : best;
        }
        return all > 0
                ? frame.withInsight(TEXTS.get(
                        "told.apart",
                        best.name().substring(0, 1).toUpperCase(Texts.locale())
                                + best.name().substring(1),
                        Words.percent("%.0f", best.revenue() / all),
                        Words.percent("%.0f", (double) best.customers() / customers)))
                : frame;
    }
}
