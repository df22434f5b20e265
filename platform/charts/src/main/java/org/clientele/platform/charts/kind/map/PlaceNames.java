package org.clientele.platform.charts.kind.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds regions by what data calls them: codes, English and German names, and what else is common. Case, accents, points and
 * "the" do not matter. Immutable.
 */
final class PlaceNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern TITLES = Pattern.compile(
            "\\b(republic|republik|kingdom|konigreich|state|commonwealth|principality|grand duchy|federal|federative|"
                    + "democratic|people s|islamic|arab|of|de|and the)\\b");

    private final Map<String, List<Region>> byName = new HashMap<>();
    private final Map<String, List<Region>> byCode = new HashMap<>();

    private PlaceNames(Atlas atlas) {
        for (Region r : atlas.regions()) {
            code(r.id(), r);
            code(r.code(), r);
            name(r.name(), r);
        }
    }

    private static final class World {
        static final PlaceNames NAMES = countries(Atlas.world());
    }

    private static final class States {
        static final PlaceNames NAMES = states(Atlas.us());
    }

    /** Names of countries. */
    static PlaceNames world() {
        return World.NAMES;
    }

    /** Names of the states of the US. */
    static PlaceNames us() {
        return States.NAMES;
    }

    /** The regions that a name or code stands for; empty if none. */
    List<Region> find(String text) {
        String name = normal(text);
        List<Region> found = byName.get(name);
        if (found == null) {
            found = byCode.get(name);
        }
        if (found == null && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            found = byCode.get(padded(name));
        }
        if (found == null) {
            found = byName.get(bare(name));
        }
        return found == null ? List.of() : found;
    }

    private String padded(String digits) {
        int length = byCode.containsKey("840") ? 3 : 2;
        return digits.length() >= length ? digits : "0".repeat(length - digits.length()) + digits;
    }

    private void code(String code, Region region) {
        if (!code.isEmpty()) {
            byCode.putIfAbsent(normal(code), List.of(region));
        }
    }

    private void name(String name, Region region) {
        List<Region> one = List.of(region);
        byName.putIfAbsent(normal(name), one);
        byName.putIfAbsent(normal(BRACKETS.matcher(name).replaceAll("")), one);
        java.util.regex.Matcher other = BRACKETS.matcher(name);
        if (other.find()) {
            byName.putIfAbsent(normal(String.valueOf(other.group(1))), one);
        }
    }

    private static PlaceNames countries(Atlas atlas) {
        PlaceNames names = new PlaceNames(atlas);
        for (Region r : atlas.regions()) {
            if (r.code().isEmpty()) {
                continue;
            }
            Locale country = new Locale("", r.code());
            try {
                names.code(country.getISO3Country(), r);
            } catch (MissingResourceException e) {
                // A code in use that ISO has not assigned has no code of three letters.
                names.code(r.code().equals("XK") ? "XKX" : "", r);
            }
            names.name(country.getDisplayCountry(Locale.ENGLISH), r);
            names.name(country.getDisplayCountry(Locale.GERMAN), r);
        }
        names.readMore();
        names.addBare();
        return names;
    }

    private static PlaceNames states(Atlas atlas) {
        PlaceNames names = new PlaceNames(atlas);
        for (Region r : atlas.regions()) {
            names.byName.putIfAbsent("us " + normal(r.code()), List.of(r));
            if (r.code().equals("DC")) {
                for (String s :
                        List.of("Washington DC", "Washington, D.C.", "D.C.", "Washington District of Columbia")) {
                    names.name(s, r);
                }
            }
        }
        names.addBare();
        return names;
    }

    /** What common names say against the runtime's own holds: they come last and win. */
    private void readMore() {
        Map<String, Region> codes = new HashMap<>();
        byCode.forEach((code, regions) -> codes.put(code, regions.get(0)));
        try (InputStream in = PlaceNames.class.getResourceAsStream("places.txt")) {
            if (in == null) {
                throw new IllegalStateException("The program has no places.txt.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line : lines.lines().toList()) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                String[] sides = line.split("=", 2);
                List<Region> regions = new ArrayList<>();
                for (String code : sides[0].strip().split("\\+", -1)) {
                    Region region = codes.get(normal(code));
                    if (region == null) {
                        throw new IllegalStateException("places.txt has the code " + code + ", which no region has.");
                    }
                    regions.add(region);
                }
                for (String name : sides[1].split(";", -1)) {
                    byName.put(normal(name), List.copyOf(regions));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names without "Republic of" and the like, where only one region is left with them. */
    private void addBare() {
        Map<String, List<List<Region>>> found = byName.entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> bare(e.getKey()), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        found.forEach((name, all) -> {
            if (!name.isEmpty() && all.stream().distinct().count() == 1) {
                byName.putIfAbsent(name, all.get(0));
            }
        });
    }

    private static String bare(String normal) {
        return NO_WORD.matcher(TITLES.matcher(normal).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Small letters and digits without accents, words one space apart. */
    static String normal(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        StringBuilder out = new StringBuilder();
        for (String word : NO_WORD.split(plain, -1)) {
            if (!word.isEmpty() && !word.equals("the")) {
                out.append(out.length() == 0 ? "" : " ").append(word.equals("st") ? "saint" : word);
            }
        }
        return out.toString();
    }
}
