package org.clientele.platform.runtime.gallery;

import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Customers by the region that their record names. */
final class Regions {
    private static final Texts TEXTS = Texts.of(Regions.class);

    private Regions() {}

    /** region, customers: those who live in the United States, or whose record names no country. */
    static Frame customers(GalleryData data) {
        Map<String, Long> counts = new TreeMap<>();
        Frame people = data.rows("customer", 1_000_000, "region", "country");
        Column region = people.column("region");
        Column country = people.column("country");
        for (int row = 0; row < region.size(); row++) {
            String name = region.textAt(row);
            String where = country.textAt(row);
            boolean here = where == null || where.matches("(?i)usa?|united states.*");
            if (here && name != null && !name.isBlank()) {
                counts.merge(name, 1L, Long::sum);
            }
        }
        Rows rows = new Rows()
                .text("region", TEXTS.get("regions.region"))
                .whole("customers", Unit.of("customers"), TEXTS.get("common.customers"));
        counts.forEach(rows::add);
        return rows.frame();
    }
}
