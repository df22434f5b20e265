package org.clientele.plugins.executive.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.profile.People.Person;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/**
 * Customers by how often they ordered in the period and what they brought: VIP are the share that brought most, of those with at
 * least the orders of the loyal; loyal, periodic and once follow by orders alone.
 */
public final class LoyaltyTiers implements Analysis<LoyaltyTiers.Parameters> {
    private static final Texts TEXTS = Texts.of(LoyaltyTiers.class);

    /** The analysis's name. */
    public static final String NAME = "profile-tiers";

    private enum Tier {
        VIP("tier.vip"),
        LOYAL("tier.loyal"),
        PERIODIC("tier.periodic"),
        ONCE("tier.once"),
        RETURNS_ONLY("tier.returns_only");

        private final String key;

        Tier(String key) {
            this.key = key;
        }

        String label() {
            return TEXTS.get(key);
        }
    }

    /**
     * @param loyal orders of a loyal customer at least
     * @param periodic orders of a periodic customer at least
     * @param vip which share of the customers, by net value, is VIP if loyal as well
     */
    public record Parameters(
            @Parameter(
                    label = "%loyalty.tiers.parameter.loyal",
                    help = "%loyalty.tiers.parameter.loyal_help",
                    least = 2,
                    most = 50,
                    step = 1)
            int loyal,

            @Parameter(
                    label = "%loyalty.tiers.parameter.periodic",
                    help = "%loyalty.tiers.parameter.periodic_help",
                    least = 2,
                    most = 50,
                    step = 1)
            int periodic,

            @Parameter(
                    label = "%loyalty.tiers.parameter.vip",
                    help = "%loyalty.tiers.parameter.vip_help",
                    least = 0.01,
                    most = 0.5,
                    step = 0.01)
            double vip) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ProfilePage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("loyalty.tiers.title");
    }

    @Override
    public String description() {
        return TEXTS.get("loyalty.tiers.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(6, 2, 0.05);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        People people = People.of(context);
        if (!people.orders() || people.all().isEmpty()) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("loyalty.tiers.tiers_are_told_by"));
        }
        Set<Person> best = new HashSet<>(people.all().stream()
                .sorted(Comparator.comparingDouble(Person::revenue).reversed().thenComparing(Person::id))
                .limit(Math.round(people.count() * p.vip()))
                .toList());
        List<Group> groups = Group.of(
                people,
                Arrays.stream(Tier.values()).map(Tier::label).toList(),
                c -> tier(c, best.contains(c), p).label());
        Frame frame = Group.frame(people, groups, "tier", TEXTS.get("loyalty.tiers.tier"));
        double all = groups.stream().mapToDouble(Group::revenue).sum();
        return groups.get(0).name().equals(Tier.VIP.label()) && all > 0
                ? frame.withInsight(TEXTS.get(
                        "tiers.vip",
                        groups.get(0).customers(),
                        Words.percent("%.0f", groups.get(0).revenue() / all),
                        p.loyal(),
                        p.periodic()))
                : frame;
    }

    private static Tier tier(Person c, boolean best, Parameters p) {
        if (c.orders() >= p.loyal()) {
            return best ? Tier.VIP : Tier.LOYAL;
        }
        return c.orders() == 0 ? Tier.RETURNS_ONLY : c.orders() >= p.periodic() ? Tier.PERIODIC : Tier.ONCE;
    }
}
