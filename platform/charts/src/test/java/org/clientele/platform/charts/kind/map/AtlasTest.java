package org.clientele.platform.charts.kind.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.clientele.sdk.scene.PathData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtlasTest {
    private static final double EARTH_KM = 6371.0072;

    private static Region region(Atlas atlas, String code) {
        return atlas.regions().stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Square kilometres as works of reference give them, with or without lakes, ice shelves and small bends. */
    @ParameterizedTest
    @CsvSource({
        "AU, 7688000",
        "BR, 8510000",
        "DE, 357000",
        "IS, 103000",
        "RU, 17098000",
        "AQ, 13200000",
        "FJ, 18270",
        "ZA, 1219000"
    })
    void regionsHaveTheAreaThatTheyHaveOnEarth(String code, double km2) {
        double area = 0;
        for (Ring ring : region(Atlas.world(), code).rings()) {
            area += ring.area();
        }
        double holes = code.equals("ZA") ? 2 * region(Atlas.world(), "LS").area() : 0;
        assertThat((area - holes) * EARTH_KM * EARTH_KM).isCloseTo(km2, withPercentage(7));
    }

    @ParameterizedTest
    @CsvSource({
        "RU, 175, 66.5", "RU, -173, 66.5", "RU, 37.6, 55.75", "FJ, 178.0, -17.8", "FJ, -179.97, -16.8", "US, -150, 65",
        "US, -104.99, 39.74", "NZ, 170, -44", "AQ, 0, -85", "AQ, 179, -85", "FR, 2.35, 48.86", "LS, 28.2, -29.5"
    })
    void placesLieInTheirCountryOnBothSidesOfTheDateLine(String code, double longitude, double latitude) {
        Projection.Point p = Atlas.world().projection().at(longitude, latitude);
        assertThat(Atlas.world().regions().stream()
                        .filter(r -> r.contains(p.x(), p.y()))
                        .map(Region::code))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "CO, -104.99, 39.74",
        "AK, -149.9, 61.2",
        "AK, -153.8, 57.5",
        "HI, -157.9, 21.4",
        "FL, -80.4, 25.9",
        "WA, -122.3, 47.5",
        "ME, -69.8, 44.3",
        "DC, -77.03, 38.9",
        "TX, -106.3, 31.7"
    })
    void placesLieInTheirStateAlsoInTheInsets(String code, double longitude, double latitude) {
        Projection.Point p = Atlas.us().projection().at(longitude, latitude);
        assertThat(Atlas.us().regions().stream()
                        .filter(r -> r.contains(p.x(), p.y()))
                        .map(Region::code))
                .containsExactly(code);
    }

    @Test
    void placesThatTheCompositeDoesNotShowAreNowhere() {
        assertThat(Atlas.us().projection().at(2.35, 48.86).known()).isFalse();
        assertThat(Atlas.world().projection().at(0, 91).known()).isFalse();
        assertThat(Atlas.world().projection().at(Double.NaN, 0).known()).isFalse();
    }

    /** Savric, Patterson and Jenny (2019) give the aspect ratio 2.05458 and poles 0.59247 as long as the equator. */
    @Test
    void theProjectionHasThePublishedProportions() {
        EqualEarth earth = new EqualEarth();
        double equator = earth.unwrapped(EqualEarth.MIDDLE + 180, 0).x();
        double pole = earth.unwrapped(EqualEarth.MIDDLE + 180, 90).x();
        double height = -earth.unwrapped(0, 90).y();
        assertThat(equator / height).isCloseTo(2.05458, withPercentage(0.001));
        assertThat(pole / equator).isCloseTo(0.59247, withPercentage(0.001));
    }

    @Test
    void labelPointsLieInsideTheirRegions() {
        for (Atlas atlas : new Atlas[] {Atlas.world(), Atlas.us()}) {
            for (Region r : atlas.regions()) {
                if (r.area() > 1e-6) {
                    assertThat(r.contains(r.middle().x(), r.middle().y()))
                            .as(r.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void hatchLinesStayInsideAndFillTheHole() {
        PathData.Builder square = PathData.builder();
        square.move(10, 10).line(90, 10).line(90, 90).line(10, 90).close();
        square.move(30, 30).line(30, 70).line(70, 70).line(70, 30).close();
        double[] total = {0};
        double[] from = new double[2];
        new Hatch(100, 100, 2).inside(square.build()).visit(new PathData.Visitor() {
            @Override
            public void move(double x, double y) {
                from[0] = x;
                from[1] = y;
            }

            @Override
            public void line(double x, double y) {
                double cx = (x + from[0]) / 2;
                double cy = (y + from[1]) / 2;
                assertThat(Math.abs(cx - 50) <= 40 && Math.abs(cy - 50) <= 40).isTrue();
                assertThat(Math.abs(cx - 50) < 20 && Math.abs(cy - 50) < 20).isFalse();
                total[0] += Math.hypot(x - from[0], y - from[1]);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                throw new AssertionError("Hatching is straight.");
            }

            @Override
            public void close() {
                throw new AssertionError("Hatching is open.");
            }
        });
        // Lines 2 apart along x are 2 / sqrt 2 apart, so their length is the area over that.
        assertThat(total[0]).isCloseTo((80 * 80 - 40 * 40) / Math.sqrt(2), withPercentage(3));
    }
}
