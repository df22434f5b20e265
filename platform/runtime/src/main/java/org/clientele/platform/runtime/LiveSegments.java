package org.clientele.platform.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.query.KnownSegments;
import org.clientele.platform.warehouse.LiveMemberships;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;

/**
 * Segments that analyses found and nobody published: named by what they hold, so the same ones are written once, however many cards find them, and a bookmark
 * means them again when a page has found them again. The ones that were found last are kept. Thread-safe.
 */
final class LiveSegments {
    /** A page of cards, each with segments of its own, twice over. */
    private static final int MOST_LISTS = 24;
    /** About a quarter of a gigabyte. */
    private static final long MOST_MEMBERS = 6_000_000;

    private final LiveMemberships lists;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long number;
    private volatile Map<String, KnownSegments.Known> known = Map.of();
    private volatile long gone;

    private record Kept(KnownSegments.Known known, long number, long members) {}

    LiveSegments(LiveMemberships lists) {
        this.lists = lists;
    }

    /**
     * The dimension of these segments from now on.
     *
     * @param day by what was known at its end they were found
     */
    synchronized String dimension(
            String name, List<String> segments, Members members, LocalDate day, CancelSignal cancel) {
        String dimension = Segmentation.LIVE + digest(name, segments, members, day, cancel);
        String key = dimension.substring(dimension.indexOf('.') + 1);
        if (kept.get(key) == null) {
            long next = ++number;
            lists.write(next, members, cancel);
            Kept made = new Kept(
                    new KnownSegments.Known(
                            key,
                            name,
                            segments.stream()
                                    .map(s -> new KnownSegments.Segment(s, s, s))
                                    .toList(),
                            List.of(new KnownSegments.Snapshot(-next, day))),
                    next,
                    members.size());
            kept.put(key, made);
            drop();
            Map<String, KnownSegments.Known> now = new HashMap<>();
            kept.values().forEach(k -> now.put(k.known().key(), k.known()));
            known = Map.copyOf(now);
        }
        return dimension;
    }

    /** Those that were found longest ago go, but never the newest. */
    private void drop() {
        long members = kept.values().stream().mapToLong(Kept::members).sum();
        Iterator<Kept> oldest = kept.values().iterator();
        for (int n = kept.size(); n > 1 && (n > MOST_LISTS || members > MOST_MEMBERS); n--) {
            Kept first = oldest.next();
            oldest.remove();
            members -= first.members();
            lists.delete(first.number());
            gone++;
        }
    }

    /** What questions may name, by key. */
    Map<String, KnownSegments.Known> known() {
        return known;
    }

    /** A number that changes when some are no longer kept: answers that name them are to be worked out anew. */
    long state() {
        return gone;
    }

    private static String digest(
            String name, List<String> segments, Members members, LocalDate day, CancelSignal cancel) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text(digest, name);
            text(digest, day.toString());
            segments.forEach(s -> text(digest, s));
            for (int i = 0; i < members.size(); i++) {
                if (i % 4096 == 0) {
                    cancel.throwIfCancelled();
                }
                text(digest, members.customer(i));
                digest.update((byte) members.segment(i));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256.", e);
        }
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
