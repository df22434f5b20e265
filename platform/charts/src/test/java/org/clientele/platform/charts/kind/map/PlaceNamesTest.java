package org.clientele.platform.charts.kind.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {
    private static List<String> world(String text) {
        return PlaceNames.world().find(text).stream().map(Region::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EIRE|IE",
                "USA|US",
                "U.S.A.|US",
                "United States of America|US",
                "UK|GB",
                "gbr|GB",
                "826|GB",
                "Korea, South|KR",
                "Korea, Republic of|KR",
                "Korea, Democratic People's Republic of|KP",
                "Czech Republic|CZ",
                "Czechia|CZ",
                "Tschechien|CZ",
                "RSA|ZA",
                "Südafrika|ZA",
                "Suedafrika|ZA",
                "Deutschland|DE",
                "Federal Republic of Germany|DE",
                "Österreich|AT",
                "Oesterreich|AT",
                "Schweiz|CH",
                "the Netherlands|NL",
                "Côte d'Ivoire|CI",
                "Cote dIvoire|",
                "Ivory Coast|CI",
                "Viet Nam|VN",
                "Russian Federation|RU",
                "Burma|MM",
                "Congo, Dem. Rep.|CD",
                "Congo, Rep.|CG",
                "Congo (Kinshasa)|CD",
                "Hong Kong|HK",
                "Hong Kong SAR China|HK",
                "Türkiye|TR",
                "Turkey|TR",
                "Macedonia|MK",
                "Georgia|GE",
                "Guinea|GN",
                "Papua New Guinea|PG",
                "Niger|NE",
                "Nigeria|NG",
                "Republic of Poland|PL",
                "St. Lucia|LC",
                "Trinidad & Tobago|TT",
                "36|AU",
                "036|AU",
                "XK|XK",
                "Kosovo|XK",
                "Gibraltar|GI",
                "Guadeloupe|GP",
                "in|IN",
                "United Arab Emirates|AE",
                "Dominica|DM",
                "Dominican Republic|DO",
                "Taiwan, Province of China|TW",
                "中国|",
                "European Community|",
                "Unspecified|",
                "|"
            })
    void aCountryIsFoundByWhatDataCallsIt(String text, String code) {
        assertThat(world(text == null ? "" : text)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void channelIslandsAreTwoRegions() {
        assertThat(world("Channel Islands")).containsExactly("JE", "GG");
    }

    /** Each ISO country but uninhabited ones is found by its two codes and its English and German names. */
    @Test
    void everyIsoCountryIsFoundByCodesAndNames() {
        List<String> without = List.of("BV", "UM");
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            if (without.contains(code) || code.equals("AN")) {
                continue;
            }
            for (String text : List.of(
                    code,
                    country.getISO3Country(),
                    country.getDisplayCountry(Locale.ENGLISH),
                    country.getDisplayCountry(Locale.GERMAN))) {
                assertThat(world(text)).as(text).containsExactly(code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Texas, TX",
        "tx, TX",
        "48, TX",
        "6, CA",
        "06, CA",
        "US-NY, NY",
        "New York, NY",
        "District of Columbia, DC",
        "Washington D.C., DC",
        "Washington, WA",
        "State of Georgia, GA",
        "Puerto Rico, "
    })
    void aStateIsFoundByNamePostalCodeAndFips(String text, String code) {
        assertThat(PlaceNames.us().find(text).stream().map(Region::code).toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }
}
