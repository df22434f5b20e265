package org.clientele.platform.sample;

/** What the parts of one run share. Not thread-safe. */
final class World {
    final SampleOptions options;
    final TradingCalendar calendar = new TradingCalendar();
    final Catalogue catalogue;
    final Population population;
    final Affinities affinities;
    final Shopping shopping;
    final Faults faults;
    final Lives lives;
    final Agenda agenda = new Agenda();
    final TableSink sink;

    World(SampleOptions options, TableSink sink) {
        this.options = options;
        this.sink = sink;
        catalogue = new Catalogue(options.seed());
        population = new Population(options, calendar, catalogue.categories());
        affinities = new Affinities(catalogue);
        shopping = new Shopping(options.seed(), calendar, catalogue, population, affinities);
        faults = new Faults(options);
        lives = new Lives(options.customers());
    }

    Draws draws(Draws.Purpose purpose, long a, long b) {
        return Draws.of(options.seed(), purpose, a, b);
    }

    Batches table(String name) {
        return new Batches(name, sink);
    }
}
