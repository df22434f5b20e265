package org.clientele.platform.warehouse.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.zip.ZipException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Text given by somebody, read as its bytes in UTF-8; knows how far it has been read. */
public final class SourceFile implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(SourceFile.class);

    private final String name;
    private final InputStream text;
    private final DoubleSupplier fraction;

    /**
     * @param name for messages
     * @param text in UTF-8; closed with this
     * @param fraction how much has been read, 0 to 1
     */
    public SourceFile(String name, InputStream text, DoubleSupplier fraction) {
        this.name = name;
        this.text = text;
        this.fraction = fraction;
    }

    /** What to call it. */
    public String name() {
        return name;
    }

    /** How much has been read, 0 to 1. */
    public double fraction() {
        return fraction.getAsDouble();
    }

    /**
     * Fills {@code into} from {@code offset} as far as there is something.
     *
     * @return how many bytes; fewer than there was room for only at the end
     * @throws AnalyticsException FILE_UNREADABLE if the file is cut short or damaged
     */
    int fill(byte[] into, int offset, int length) {
        try {
            return text.readNBytes(into, offset, length);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Says for a person why something could not be read. */
    public static AnalyticsException unreadable(String name, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = TEXTS.get("source.file.there_no_such_file");
        } else if (e instanceof AccessDeniedException) {
            why = TEXTS.get("source.file.you_have_no_right");
        } else if (e instanceof EOFException) {
            why = TEXTS.get("source.file.compressed_file_cut_short");
        } else if (e instanceof ZipException) {
            why = TEXTS.get("source.file.compressed_file_damaged_copy", String.valueOf(e.getMessage()));
        } else {
            why = String.valueOf(e.getMessage());
        }
        return new AnalyticsException(ErrorCode.FILE_UNREADABLE, TEXTS.get("source.file.cannot_read", name, why), e);
    }

    /** As {@link #unreadable(String, IOException)}, with the whole path, since the file itself may be missing. */
    public static AnalyticsException unreadable(Path path, IOException e) {
        return unreadable(path.toString(), e);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
