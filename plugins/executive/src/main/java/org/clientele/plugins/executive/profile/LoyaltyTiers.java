package org.clientele.plugins.executive.profile;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.plugins.executive.profile.People.Person;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;

/**
 * Customers by how often they ordered in the period and what they brought: VIP are the share that brought most, of those with at
 * least the orders of the loyal; loyal, periodic and once follow by orders alone.
 */
public final class LoyaltyTiers implements Analysis<LoyaltyTiers.Parameters> {
    /** The analysis's name. */
    public static final String NAME = "profile-tiers";

    private static final List<String> TIERS = List.of("VIP", "Loyal", "Periodic", "Once", "Returns only");

    /**
     * @param loyal orders of a loyal customer at least
     * @param periodic orders of a periodic customer at least
     * @param vip which share of the customers, by net value, is VIP if loyal as well
     */
    public record Parameters(
            @Parameter(label = "Loyal from", help = "Orders in the period", least = 2, most = 50, step = 1)
            int loyal,

            @Parameter(label = "Periodic from", help = "Orders in the period", least = 2, most = 50, step = 1)
            int periodic,

            @Parameter(label = "VIP share", help = "Of customers, by net value", least = 0.01, most = 0.5, step = 0.01)
            double vip) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ProfilePage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return "Loyalty tiers";
    }

    @Override
    public String description() {
        return "VIP: among the customers with the highest net value, and loyal. Loyal, periodic and once: by how many orders they"
                + " placed in the period.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(6, 2, 0.05);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        People people = People.of(context);
        if (!people.orders() || people.all().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.NOTHING_YET, "Tiers are told by orders, and nobody ordered in this period.");
        }
        Set<Person> best = new HashSet<>(people.all().stream()
                .sorted(Comparator.comparingDouble(Person::revenue).reversed().thenComparing(Person::id))
                .limit(Math.round(people.count() * p.vip()))
                .toList());
        List<Group> groups = Group.of(people, TIERS, c -> tier(c, best.contains(c), p));
        Frame frame = Group.frame(people, groups, "tier", "Tier");
        double all = groups.stream().mapToDouble(Group::revenue).sum();
        return groups.get(0).name().equals("VIP") && all > 0
                ? frame.withInsight(String.format(
                        Locale.ENGLISH,
                        "%,d VIP bring %.0f %% of known revenue; loyal from %d orders, periodic from %d",
                        groups.get(0).customers(),
                        100 * groups.get(0).revenue() / all,
                        p.loyal(),
                        p.periodic()))
                : frame;
    }

    private static String tier(Person c, boolean best, Parameters p) {
        if (c.orders() >= p.loyal()) {
            return best ? "VIP" : "Loyal";
        }
        return c.orders() == 0 ? "Returns only" : c.orders() >= p.periodic() ? "Periodic" : "Once";
    }
}
