package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/**
 * Marketing campaigns, one after another. Those reached order now and then what they would not have ordered; a control
 * group is left in peace. Orders of either within the campaign's days are attributed to it, as most tools do.
 */
final class Campaigns implements Watcher {
    private static final byte CONTROL = 1;
    private static final byte TREATED = 2;
    private static final int NEVER = -1;
    private static final int SENT = 9 * 3600;
    private static final int REASON = 1;
    private static final int STRANGERS = 9_000_000;

    private record Campaign(
            int number,
            String id,
            String name,
            String channel,
            String objective,
            int start,
            int days,
            String audience,
            double share,
            double controlShare,
            double lift,
            int pence,
            int fixed) {
        boolean mail() {
            return channel.equals("email");
        }

        boolean hasLink() {
            return mail() || channel.equals("sms");
        }

        boolean speaksTo(Customer customer) {
            return audience.equals("all")
                    || audience.contains(customer.segment().code());
        }
    }

    /** What becomes of one contact; drawn again whenever it is needed. */
    private record Contact(
            boolean control,
            boolean delivered,
            boolean opened,
            boolean clicked,
            boolean unsubscribed,
            int extraAfter) {}

    private final World world;
    private final Trade trade;
    private final Web web;
    private final Batches campaignOut;
    private final Batches contactOut;
    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private final byte[] group;
    private final int[] convertedAfter;
    private final int[] pence;
    private @Nullable Campaign running;
    private long treated;
    private long control;
    private long reached;
    private long extra;

    Campaigns(World world, Trade trade, Web web) {
        this.world = world;
        this.trade = trade;
        this.web = web;
        campaignOut = world.table(CustomerModel.CAMPAIGN);
        contactOut = world.table(CustomerModel.CAMPAIGN_CONTACT);
        for (String[] f : Resource.rows("campaigns.txt")) {
            campaigns.add(new Campaign(
                    campaigns.size(),
                    f[0],
                    f[1],
                    f[2],
                    f[3],
                    TradingCalendar.day(LocalDate.parse(f[4])),
                    Integer.parseInt(f[5]),
                    f[6],
                    Double.parseDouble(f[7]) / 100,
                    Double.parseDouble(f[8]) / 100,
                    Double.parseDouble(f[9]) / 100,
                    Integer.parseInt(f[10]),
                    Integer.parseInt(f[11])));
        }
        int customers = world.options.customers();
        group = new byte[customers];
        convertedAfter = new int[customers];
        pence = new int[customers];
    }

    /** Starts and ends campaigns. */
    void day(int day) {
        Campaign current = running;
        if (current != null && day == current.start + current.days) {
            finish(current);
        }
        for (Campaign c : campaigns) {
            if (c.start == day) {
                start(c);
            }
        }
    }

    private void start(Campaign c) {
        running = c;
        for (int i = 0; i < group.length; i++) {
            Customer customer = world.population.customer(i);
            if (customer.registeredDay() >= c.start) {
                break;
            }
            Draws draws = world.draws(Draws.Purpose.CAMPAIGN, i, c.number);
            if (!customer.consent() || !c.speaksTo(customer) || !draws.chance(c.share)) {
                continue;
            }
            Contact contact = contact(c, draws);
            group[i] = contact.control ? CONTROL : TREATED;
            convertedAfter[i] = NEVER;
            pence[i] = 0;
            if (contact.control) {
                control++;
                continue;
            }
            treated++;
            if (contact.clicked) {
                int person = i;
                long moment = c.start * 86_400L + clickedAfter(i, c);
                world.agenda.at(moment, () -> web.followLink(person, customer, moment, c.id));
            }
            if (contact.delivered && world.lives.alive(i, customer, c.start)) {
                reached++;
                bringAbout(c, i, customer, contact);
            }
        }
        long cost = (c.fixed * 100L + treated * c.pence) * 100;
        campaignOut
                .text("campaign_id", c.id)
                .text("name", c.name)
                .text("channel", c.channel)
                .text("objective", c.objective)
                .moment("started_at", c.start, SENT)
                .moment("ended_at", c.start + c.days - 1, 86_399)
                .number("budget", (cost * 11 / 10 / (50 * Shopping.POUND) + 1) * 50 * Shopping.POUND)
                .number("cost", cost)
                .text("currency", OrderLines.CURRENCY)
                .end();
    }

    private void bringAbout(Campaign c, int i, Customer customer, Contact contact) {
        int day = c.start + contact.extraAfter;
        if (contact.extraAfter == NEVER || !world.lives.alive(i, customer, day)) {
            return;
        }
        Draws draws = world.draws(Draws.Purpose.CAMPAIGN, i, -1L - c.number);
        String channel = customer.trade() ? Visit.PHONE : Visit.WEB;
        int second = Math.max(SENT + 3600, Shopping.second(draws, channel));
        Visit visit = trade.extra(i, customer, REASON, day, second, channel, 1);
        world.agenda.at(day, second, () -> {
            if (trade.serve(visit)) {
                extra++;
            }
        });
    }

    private static Contact contact(Campaign c, Draws draws) {
        boolean isControl = draws.chance(c.controlShare);
        boolean delivered = !isControl && draws.chance(c.mail() ? 0.97 : 0.985);
        boolean extraOrder = delivered && draws.chance(c.lift);
        boolean opened = c.mail() && delivered && (draws.chance(0.36) || extraOrder);
        boolean clicked = c.hasLink() && delivered && (opened || !c.mail()) && (draws.chance(0.14) || extraOrder);
        boolean unsubscribed = opened && !extraOrder && draws.chance(0.006);
        int days = (int) Math.min(c.days - 2, (c.mail() ? 2.0 : 5.0) * draws.exponential());
        return new Contact(isControl, delivered, opened, clicked, unsubscribed, extraOrder ? days : NEVER);
    }

    /** In seconds since the day of the campaign began. */
    private long openedAfter(int i, Campaign c) {
        return SENT
                + 60
                + (long) (4
                        * 3600
                        * world.draws(Draws.Purpose.CAMPAIGN, i, 1000 + c.number)
                                .exponential());
    }

    private long clickedAfter(int i, Campaign c) {
        return openedAfter(i, c) + 20 + i % 97;
    }

    @Override
    public void sold(Order order, Visit visit) {
        Campaign c = running;
        int i = visit.number();
        if (c == null || i == Order.NOBODY || group[i] == 0) {
            return;
        }
        long since = visit.moment() - c.start * 86_400L;
        if (since >= SENT) {
            convertedAfter[i] = convertedAfter[i] == NEVER ? (int) since : convertedAfter[i];
            pence[i] += (int) (order.amount() / 100);
        }
    }

    private void finish(Campaign c) {
        for (int i = 0; i < group.length; i++) {
            if (group[i] != 0) {
                write(c, i);
                group[i] = 0;
            }
        }
        planted.add(new Planted(
                c.id,
                c.name,
                TradingCalendar.date(c.start),
                c.days,
                treated,
                control,
                reached,
                c.lift,
                extra,
                (double) extra / Math.max(1, treated)));
        treated = 0;
        control = 0;
        reached = 0;
        extra = 0;
        running = null;
    }

    private void write(Campaign c, int i) {
        Draws draws = world.draws(Draws.Purpose.CAMPAIGN, i, c.number);
        // The draw by which she was chosen.
        draws.uniform();
        Contact contact = contact(c, draws);
        long day = c.start * 86_400L;
        String id = Population.id(i);
        String orphan = Population.id(STRANGERS + i % 12);
        boolean stranger = world.faults.strikes(Faults.Kind.ORPHAN_CONTACT, i, c.number, () -> c.id + "/" + orphan);
        contactOut
                .text("campaign_id", c.id)
                .text("customer_id", stranger ? orphan : id)
                .moment("contacted_at", c.start, SENT)
                .text("channel", c.channel);
        if (!contact.control) {
            contactOut.text("variant", i % 2 == 0 ? "A" : "B");
        }
        contactOut.flag("is_control", contact.control).flag("delivered", contact.delivered);
        if (contact.opened) {
            contactOut.moment("opened_at", day + openedAfter(i, c));
        }
        if (contact.clicked) {
            contactOut.moment("clicked_at", day + clickedAfter(i, c));
        }
        if (convertedAfter[i] != NEVER) {
            contactOut.moment("converted_at", day + convertedAfter[i]);
        }
        contactOut
                .flag("responded", contact.clicked || (!contact.control && convertedAfter[i] != NEVER))
                .flag("unsubscribed", contact.unsubscribed)
                .number("revenue", pence[i] * 100L)
                .number("cost", contact.control ? 0 : c.pence * 100L)
                .end();
    }

    /** Ends the tables. */
    void end() {
        campaignOut.flush();
        contactOut.flush();
    }

    /**
     * What the truths say of one.
     *
     * @param treated contacts outside the control group
     * @param control contacts in it
     * @param reached of the treated, those whom it reached alive
     * @param extraShare of those, so many order something that they would not have
     * @param extraOrders orders that there are because of it
     * @param lift extra orders a treated contact: what treated orders minus control orders, each a contact, come to
     */
    record Planted(
            String id,
            String name,
            LocalDate from,
            int days,
            long treated,
            long control,
            long reached,
            double extraShare,
            long extraOrders,
            double lift) {}

    List<Planted> planted() {
        return List.copyOf(planted);
    }
}
