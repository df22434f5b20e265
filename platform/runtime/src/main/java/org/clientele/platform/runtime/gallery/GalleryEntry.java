package org.clientele.platform.runtime.gallery;

import java.util.function.Function;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the gallery.
 *
 * @param name of its files: the kind, and for all but the first picture of a kind what is special about it
 * @param title of the card
 * @param subtitle what the data says of the title: which period; or ""
 * @param chart what is drawn
 * @param frame its data
 * @param trend the data of a spark line, or null
 * @param lacking what a workspace needs for it, as the end of a key: "orders"
 * @param width of the card in pixels
 * @param height of the card in pixels
 */
record GalleryEntry(
        String name,
        String title,
        Function<GalleryData, String> subtitle,
        ChartSpec chart,
        Function<GalleryData, Frame> frame,
        @Nullable Function<GalleryData, Frame> trend,
        String lacking,
        double width,
        double height) {
    static GalleryEntry of(String name, String title, ChartSpec chart, Function<GalleryData, Frame> frame) {
        return new GalleryEntry(name, title, data -> "", chart, frame, null, "orders", 720, 420);
    }

    GalleryEntry trend(Function<GalleryData, Frame> data) {
        return new GalleryEntry(name, title, subtitle, chart, frame, data, lacking, width, height);
    }

    GalleryEntry subtitle(Function<GalleryData, String> said) {
        return new GalleryEntry(name, title, said, chart, frame, trend, lacking, width, height);
    }

    GalleryEntry lacking(String what) {
        return new GalleryEntry(name, title, subtitle, chart, frame, trend, what, width, height);
    }

    GalleryEntry sized(double wide, double high) {
        return new GalleryEntry(name, title, subtitle, chart, frame, trend, lacking, wide, high);
    }

    GalleryEntry option(String option, String value) {
        return new GalleryEntry(
                name, title, subtitle, chart.option(option, value), frame, trend, lacking, width, height);
    }

    GalleryEntry on(Channel channel, String... columns) {
        return new GalleryEntry(
                name, title, subtitle, chart.encode(channel, columns), frame, trend, lacking, width, height);
    }
}
