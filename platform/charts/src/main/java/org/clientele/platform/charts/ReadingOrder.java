package org.clientele.platform.charts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/**
 * The marks of a scene as a person reads them. Parts of a group that are painted from left to right, or from top to bottom,
 * stay in that order, which is the data's; others are read in lines.
 */
final class ReadingOrder {
    private final Map<Node.Group, Deque<Hit>> hits = new IdentityHashMap<>();

    private record Part(List<Hit> hits, Bounds bounds) {
        double middleX() {
            return (bounds.left() + bounds.right()) / 2;
        }

        double middleY() {
            return (bounds.top() + bounds.bottom()) / 2;
        }
    }

    private ReadingOrder(List<Hit> all) {
        for (Hit h : all) {
            hits.computeIfAbsent(h.group(), g -> new ArrayDeque<>()).add(h);
        }
    }

    static List<Hit> of(Scene scene, List<Hit> all) {
        return new ReadingOrder(all).part(scene.root()).hits();
    }

    private Part part(Node.Group group) {
        List<Hit> read = new ArrayList<>();
        Deque<Hit> own = hits.get(group);
        Hit mine = own == null ? null : own.poll();
        Bounds bounds = Bounds.EMPTY;
        if (mine != null) {
            read.add(mine);
            bounds = new Bounds(mine.x(), mine.y(), mine.x() + mine.width(), mine.y() + mine.height());
        }
        List<Part> parts = new ArrayList<>();
        for (Node child : group.children()) {
            if (child instanceof Node.Group inner) {
                Part p = part(inner);
                if (!p.hits().isEmpty()) {
                    parts.add(p);
                }
            }
        }
        for (Part p : inOrder(parts)) {
            read.addAll(p.hits());
            bounds = bounds.or(p.bounds());
        }
        return new Part(read, bounds);
    }

    private static List<Part> inOrder(List<Part> parts) {
        return ascending(parts, Part::middleX) || ascending(parts, Part::middleY) ? parts : lines(parts);
    }

    private static boolean ascending(List<Part> parts, ToDoubleFunction<Part> place) {
        for (int i = 1; i < parts.size(); i++) {
            if (place.applyAsDouble(parts.get(i)) <= place.applyAsDouble(parts.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> lines(List<Part> parts) {
        List<Part> rest = new ArrayList<>(parts);
        rest.sort(Comparator.comparingDouble(p -> p.bounds().top()));
        List<Part> read = new ArrayList<>();
        List<Part> line = new ArrayList<>();
        for (Part p : rest) {
            if (!line.isEmpty() && !beside(line.get(0).bounds(), p.bounds())) {
                end(line, read);
            }
            line.add(p);
        }
        end(line, read);
        return read;
    }

    private static void end(List<Part> line, List<Part> read) {
        line.sort(Comparator.comparingDouble(p -> p.bounds().left()));
        read.addAll(line);
        line.clear();
    }

    private static boolean beside(Bounds a, Bounds b) {
        double common = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return common >= 0.5 * Math.min(a.bottom() - a.top(), b.bottom() - b.top());
    }
}
