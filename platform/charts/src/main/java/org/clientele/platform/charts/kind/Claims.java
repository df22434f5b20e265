package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;

/** The rooms that texts have taken, so that no other is put upon them. Not thread-safe. */
final class Claims {
    private record Room(double left, double top, double right, double bottom) {
        boolean meets(Room o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }
    }

    private final List<Room> taken = new ArrayList<>();

    /** Takes a room if it is free. */
    boolean take(double left, double top, double right, double bottom) {
        Room room = new Room(left, top, right, bottom);
        for (Room other : taken) {
            if (room.meets(other)) {
                return false;
            }
        }
        taken.add(room);
        return true;
    }

    /** Takes the room of a text of that size whose left end and baseline are given. */
    boolean takeText(double left, double baseline, double width, double size) {
        return take(left - 1, baseline - 0.8 * size, left + width + 1, baseline + 0.26 * size);
    }
}
