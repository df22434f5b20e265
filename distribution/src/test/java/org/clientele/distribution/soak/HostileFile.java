package org.clientele.distribution.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The n-th hostile file of a seed: an honest one that chance has changed, or one made with malice. */
final class HostileFile {
    /** What files are made of. */
    enum Format {
        CSV,
        XLSX,
        PARQUET,
        ZIP,
        GZIP
    }

    /** One in so many is made with malice. */
    private static final int MALICE = 4;

    private final long seed;
    private final Path folder;
    private final List<byte[]> aliens = new ArrayList<>();

    HostileFile(long seed, Path folder) throws IOException, SQLException {
        this.seed = seed;
        this.folder = folder;
        for (Format format : Format.values()) {
            aliens.add(honest(format, 7, new Random(seed)));
        }
    }

    /** Writes it; its name says what it is. */
    Path write(int number) throws IOException, SQLException {
        Random random = new Random(seed * 1_000_003 + number);
        Format format = Format.values()[number % Format.values().length];
        boolean malice = number / Format.values().length % MALICE == 0;
        Malice trick = malice ? Malice.of(format, number / Format.values().length / MALICE) : null;
        String kind = trick == null ? "chance" : trick.name().toLowerCase(java.util.Locale.ROOT);
        String name = number + "-" + kind + "." + format.name().toLowerCase(java.util.Locale.ROOT);
        Path file = folder.resolve(format == Format.GZIP ? name.replace(".gzip", ".csv.gz") : name);
        return Files.write(file, trick == null ? byChance(format, random) : trick.make(random, folder));
    }

    /** Packed ones are changed outside or, under checksums that are right, inside. */
    private byte[] byChance(Format format, Random random) throws IOException, SQLException {
        long lineSeed = random.nextInt(40);
        byte[] csv = HonestFile.csvBytes(lineSeed, 1 + random.nextInt(600));
        if (random.nextBoolean()) {
            switch (format) {
                case GZIP -> {
                    return HonestFile.gzip(changed(csv, random));
                }
                case ZIP -> {
                    return HonestFile.zip(Map.of("a.csv", changed(csv, random)), random.nextBoolean());
                }
                case XLSX -> {
                    return new WorkbookParts()
                            .sheet(HonestSheet.of(lineSeed, 1 + random.nextInt(300)))
                            .changed(bytes -> changed(bytes, random), random)
                            .bytes();
                }
                default -> {}
            }
        }
        return changed(honest(format, lineSeed, random), random);
    }

    private byte[] honest(Format format, long lineSeed, Random random) throws IOException, SQLException {
        int rows = 1 + random.nextInt(600);
        return switch (format) {
            case CSV -> HonestFile.csvBytes(lineSeed, rows);
            case XLSX -> HonestFile.xlsx(lineSeed, rows);
            case PARQUET -> HonestFile.parquet(lineSeed, rows * 5, folder);
            case ZIP -> HonestFile.zipOfTwo(lineSeed, rows);
            case GZIP -> HonestFile.gzip(HonestFile.csvBytes(lineSeed, rows));
        };
    }

    /** The same with flipped, lost, doubled, moved or foreign bytes; at times only a part, or with a part of another. */
    private byte[] changed(byte[] honest, Random random) {
        byte[] bytes = honest;
        for (int times = 1 + random.nextInt(8); times > 0 && bytes.length > 16; times--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(400));
            byte[] part = Arrays.copyOfRange(bytes, at, to);
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = random.nextInt(3) > 0 ? bytes : Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = spliced(bytes, at, to, new byte[0]);
                case 4 -> bytes = spliced(bytes, at, at, part);
                case 5 -> {
                    random.nextBytes(part);
                    bytes = spliced(bytes, at, to, part);
                }
                case 6 -> Arrays.fill(bytes, at, Math.min(to, at + 8), (byte) (random.nextBoolean() ? 0xff : 0));
                default -> {
                    byte[] alien = aliens.get(random.nextInt(aliens.size()));
                    int from = random.nextInt(alien.length);
                    bytes = spliced(bytes, at, to, Arrays.copyOfRange(alien, from, Math.min(alien.length, from + 900)));
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] out = new byte[bytes.length - (to - from) + instead.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(instead, 0, out, from, instead.length);
        System.arraycopy(bytes, to, out, from + instead.length, bytes.length - to);
        return out;
    }
}
