package org.clientele.platform.sample;

import java.time.LocalDate;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * A generated independent shop in Bath that sells home and gift goods, in pounds, over its counter, by phone and on the
 * web to thirteen countries. It fills every table of the customer model but {@code segment_membership}, which is for what
 * analyses find; the true segments are in the {@link Truths}. Its days run from {@link #FIRST_DAY} to {@link #LAST_DAY};
 * nothing depends on today.
 *
 * <p>For every order line, amount = quantity x unit_price - discount, exactly, with the signs of the quantity. Amounts
 * are without tax, which is in {@code tax} (20 % at home, none on exports). A return carries the order of its sale and
 * the next line numbers of it; an adjustment is a credit note of its own. The country of a line is missing unless the
 * goods go elsewhere than the customer lives or there is no customer. Costs are those of the whole line.
 *
 * <p>An instance may be used again and by several threads. Memory does not grow with the number of rows, and by about 60
 * bytes a customer.
 */
public final class SampleRetailer {
    private static final Texts TEXTS = Texts.of(SampleRetailer.class);

    /** The first day with order lines. */
    public static final LocalDate FIRST_DAY = TradingCalendar.FIRST_DAY;
    /** The last day with order lines. */
    public static final LocalDate LAST_DAY = TradingCalendar.LAST_DAY;

    private final SampleOptions options;

    /** Prepares a retailer; rows come with {@link #generate}. */
    public SampleRetailer(SampleOptions options) {
        this.options = options;
    }

    /**
     * Generates all rows: products, then customers in order of registration, then day by day what happens, order lines in
     * order of time. Batches of different tables alternate.
     *
     * @param sink takes the rows; what it throws ends the work
     * @param progress hears the share of the work that is done
     * @param cancel asked at least once for each generated day
     * @return what was planted
     * @throws org.clientele.sdk.AnalyticsException CANCELLED if {@code cancel} was cancelled
     */
    public Truths generate(TableSink sink, Progress progress, CancelSignal cancel) {
        cancel.throwIfCancelled();
        World world = new World(options, sink);
        Surroundings surroundings = new Surroundings(world);
        surroundings.products();
        surroundings.markets();
        surroundings.calendar();
        surroundings.exchangeRates();
        writeCustomers(world, progress, cancel);

        OrderLines lines = new OrderLines(world);
        Trade trade = new Trade(world, lines);
        Experiments experiments = new Experiments(world, trade);
        Web web = new Web(world, experiments);
        Campaigns campaigns = new Campaigns(world, trade, web);
        Voices voices = new Voices(world);
        Service service = new Service(world, lines, web, voices);
        Opportunities opportunities = new Opportunities(world, trade);
        // A visit comes before the order that the experiment counts.
        trade.tell(web);
        trade.tell(experiments);
        trade.tell(campaigns);
        trade.tell(service);
        trade.tell(voices);
        trade.begin(cancel);
        opportunities.begin();
        for (int day = 0; day < TradingCalendar.DAYS; day++) {
            cancel.throwIfCancelled();
            progress.report(
                    0.2 + 0.75 * day / TradingCalendar.DAYS, TEXTS.get("sample.retailer.orders", trade.orders()));
            world.agenda.begin(day);
            experiments.day(day);
            campaigns.day(day);
            trade.day(day);
            web.day(day);
            world.agenda.run();
        }
        lines.end();
        web.end();
        experiments.end();
        campaigns.end();
        service.end();
        voices.end();
        opportunities.write();
        new Subscriptions(world).write();
        surroundings.targets(lines);

        Truths truths = new Truths(options);
        Fates fates = new Fates(world);
        truths.put("segments", fates.groups());
        truths.put("customerTruths", fates.customers());
        truths.put("seasonality", world.calendar.planted());
        truths.put("affinities", world.affinities.planted());
        truths.put("priceChanges", world.catalogue.planted());
        truths.put("campaigns", campaigns.planted());
        truths.put("experiments", experiments.planted());
        truths.put("service", Service.planted());
        truths.put("recommendation", Voices.planted());
        truths.put("subscriptions", Subscriptions.planted());
        truths.put("opportunities", Opportunities.planted());
        truths.put("anomalies", Anomalies.planted());
        truths.put("faults", world.faults.planted());
        progress.report(1, TEXTS.get("sample.retailer.generated"));
        return truths;
    }

    private void writeCustomers(World world, Progress progress, CancelSignal cancel) {
        People people = new People(options, world.population, world.faults, world.sink);
        for (int i = 0; i < options.customers(); i++) {
            if (i % 5000 == 0) {
                cancel.throwIfCancelled();
                progress.report(0.15 * i / options.customers(), TEXTS.get("sample.retailer.customers", i));
            }
            people.write(i);
        }
        people.end();
    }
}
