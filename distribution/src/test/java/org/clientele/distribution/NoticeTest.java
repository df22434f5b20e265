package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** NOTICE names what others made of all that is shipped, with its licence; it is written anew by {@code -Dgolden.update}. */
class NoticeTest {
    private static final Path PRODUCT = Path.of(System.getProperty("clientele.product"));
    private static final Path NOTICE = Path.of("..", "NOTICE");

    private static final String HEAD = """
            Clientele
            Licensed under the Apache License, Version 2.0, in the file LICENSE.

            The product contains what others made, each under its own licence. Where several licences stand below each other,
            one of them is to be kept to. Licence texts and notices of libraries are in their jars, in lib and in the plugins.
            This file is written by NoticeTest from what is shipped.

            LIBRARIES

            """;

    private static final String TAIL = """
            FONTS

            Roboto (fonts, from com.formdev:flatlaf-fonts-roboto)
              Copyright 2011 Google Inc.
              Apache License, Version 2.0, https://www.apache.org/licenses/LICENSE-2.0
              https://fonts.google.com/specimen/Roboto

            MAPS

            Outlines of countries: Natural Earth 1:50m, version 4.1.0
              Public domain, https://www.naturalearthdata.com/about/terms-of-use/
            Outlines of the states of the USA: US Census Bureau, cartographic boundary files of 2017
              Public domain, https://www.census.gov/geographies/mapping-files.html
            Both as prepared by world-atlas 2.0.2 and us-atlas 3.0.1
              Copyright 2013-2019 Michael Bostock
              ISC licence, whose text stands beside the maps in platform-charts
            """;

    /** Where each jar of the class path lies, by its name. */
    private static final Map<String, Path> PLACES = new HashMap<>();

    @BeforeAll
    static void findsJars() throws IOException {
        for (URL manifest : Collections.list(NoticeTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            String place = manifest.getPath();
            if (manifest.getProtocol().equals("jar") && !place.contains("/target/")) {
                Path jar = Path.of(place.substring("file:".length(), place.indexOf("!/")));
                PLACES.put(jar.getFileName().toString(), jar);
            }
        }
    }

    /** Maven's local repository, above a library that is certainly there. */
    private static Path repository() {
        // repository/info/picocli/picocli/4.7.7/picocli-4.7.7.jar
        Path place = PLACES.entrySet().stream()
                .filter(e -> e.getKey().startsWith("picocli-"))
                .findFirst()
                .orElseThrow()
                .getValue();
        for (int above = 0; above < 5; above++) {
            place = Objects.requireNonNull(place.getParent());
        }
        return place;
    }

    private static boolean ours(String jar) {
        return jar.startsWith("platform-") || jar.startsWith("sdk-");
    }

    /** All libraries of others, by group and name. */
    private static Map<String, ShippedLibrary> shipped() throws IOException {
        Map<String, ShippedLibrary> all = new TreeMap<>();
        for (Path jar : list("lib")) {
            String name = jar.getFileName().toString().replace("-unsigned.jar", ".jar");
            if (!ours(name)) {
                try (InputStream in = Files.newInputStream(jar)) {
                    add(all, name, in);
                }
            }
        }
        for (Path plugin : list("plugins")) {
            try (JarFile file = new JarFile(plugin.toFile())) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (entry.getName().matches("lib/[^/]+\\.jar")) {
                        add(all, entry.getName().substring(4), file.getInputStream(entry));
                    }
                }
            }
        }
        return all;
    }

    private static List<Path> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PRODUCT.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void add(Map<String, ShippedLibrary> all, String jar, InputStream content) {
        Optional<Path> known = Optional.ofNullable(PLACES.get(jar))
                // What is shipped for another system has the same licence and one name.
                .or(() -> PLACES.keySet().stream()
                        .filter(k -> k.startsWith("org.eclipse.swt.") && jar.startsWith("org.eclipse.swt-"))
                        .findFirst()
                        .map(k -> repository()
                                .resolve("org/eclipse/platform/org.eclipse.swt")
                                .resolve(jar.replaceAll("org.eclipse.swt-|\\.jar", ""))
                                .resolve(jar)));
        ShippedLibrary library = ShippedLibrary.of(repository(), jar, known, content);
        all.put(library.group() + ":" + library.artifact(), library);
    }

    private static String text(Map<String, ShippedLibrary> all) {
        StringBuilder text = new StringBuilder(HEAD);
        all.forEach((id, library) -> {
            text.append(library.title()).append(' ').append(library.version());
            text.append(" (").append(id).append(")\n");
            library.licences().forEach(l -> text.append("  ").append(l).append('\n'));
            if (!library.home().isEmpty()) {
                text.append("  ").append(library.home()).append('\n');
            }
            text.append('\n');
        });
        return text.append(TAIL).toString();
    }

    @Test
    void everyLibraryThatIsShippedStandsInTheNoticeWithItsLicence() throws IOException {
        Map<String, ShippedLibrary> all = shipped();
        assertThat(all).hasSizeGreaterThan(30);
        all.values()
                .forEach(l ->
                        assertThat(l.licences()).as("licences of %s", l.title()).isNotEmpty());
        String text = text(all);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(NOTICE, text);
        }
        assertThat(NOTICE).content().as("-Dgolden.update writes it anew").isEqualTo(text);
        assertThat(Boolean.getBoolean("golden.update")
                        || Files.readString(PRODUCT.resolve("NOTICE")).equals(text))
                .as("it is shipped")
                .isTrue();
    }

    /** Those of a plugin are in its jar; on the platform's class path they would meet another plugin's. */
    @Test
    void whatAPluginBringsIsNotOnThePlatformsClassPath() throws IOException {
        List<String> platform =
                list("lib").stream().map(p -> p.getFileName().toString()).toList();
        for (Path plugin : list("plugins")) {
            try (JarFile file = new JarFile(plugin.toFile())) {
                assertThat(Collections.list(file.entries()).stream()
                                .map(JarEntry::getName)
                                .filter(n -> n.matches("lib/[^/]+\\.jar"))
                                .map(n -> n.substring(4)))
                        .as("libraries of %s", plugin.getFileName())
                        .doesNotContainAnyElementsOf(platform);
            }
        }
    }
}
