package org.clientele.platform.charts.font;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The files of the bundled font, read once a process. Thread-safe. */
public final class Roboto {
    /** Reading waits for the first use. */
    private static final class Loaded {
        static final Map<Weight, byte[]> FILES = read();
    }

    private Roboto() {}

    /**
     * A weight's TrueType file; shared, so not to be changed.
     *
     * @throws AnalyticsException INTERNAL if the product lacks it
     */
    public static byte[] file(Weight weight) {
        byte[] file = Loaded.FILES.get(weight);
        if (file == null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "There is no bundled font Roboto " + weight + ".");
        }
        return file;
    }

    private static Map<Weight, byte[]> read() {
        Map<Weight, byte[]> files = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            String path = "/com/formdev/flatlaf/fonts/roboto/Roboto-"
                    + switch (weight) {
                        case REGULAR -> "Regular";
                        case MEDIUM -> "Medium";
                        case BOLD -> "Bold";
                    }
                    + ".ttf";
            try (InputStream in = Roboto.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IOException("no resource " + path);
                }
                files.put(weight, in.readAllBytes());
            } catch (IOException e) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL,
                        "The bundled font Roboto " + weight + " cannot be read: " + e.getMessage() + ".",
                        e);
            }
        }
        return files;
    }
}
