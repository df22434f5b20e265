package org.clientele.platform.host;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a plugin host runs.
 *
 * @param cacheRoot a folder of ours; the host makes a folder for this process in it and deletes that when it closes
 * @param startLimit how long a plugin's constructor, its {@code start()} and each of its lists may take
 * @param stopLimit how long a plugin's {@code stop()} may take, and how long running calls into it are waited for
 * @param jarLimits what a jar may hold
 */
public record HostOptions(Path cacheRoot, Duration startLimit, Duration stopLimit, JarLimits jarLimits) {
    /**
     * What a jar may hold before it is refused unopened.
     *
     * @param fileBytes size of the file
     * @param entries number of entries
     * @param unpackedBytes size of all entries together once unpacked
     */
    public record JarLimits(long fileBytes, int entries, long unpackedBytes) {
        /** 256 MiB, 50,000 entries, 512 MiB unpacked. */
        public static final JarLimits DEFAULT = new JarLimits(256L << 20, 50_000, 512L << 20);
    }

    /** The usual limits: 30 s to start, 5 s to stop. */
    public static HostOptions in(Path cacheRoot) {
        return new HostOptions(cacheRoot, Duration.ofSeconds(30), Duration.ofSeconds(5), JarLimits.DEFAULT);
    }
}
