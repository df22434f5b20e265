package org.clientele.platform.runtime.gallery;

import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;

/**
 * One picture of the gallery.
 *
 * @param name of its files, without theme and ending: "bar", "bar-stacked"
 * @param kind of chart
 * @param title of the card
 * @param failure why it shows an error instead, or ""
 * @param light the card on white
 * @param dark the card in the dark
 */
public record GalleryPicture(String name, String kind, String title, String failure, Scene light, Scene dark) {
    /** The card in the colours of a theme. */
    public Scene scene(Theme theme) {
        return theme.isDark() ? dark : light;
    }
}
