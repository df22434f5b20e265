package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.runtime.gallery.Gallery;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everyKindOfTheCatalogHasAPicture() {
        assertThat(Gallery.kinds()).containsAll(ChartCatalog.builtIn().kinds());
    }
}
