package org.clientele.platform.warehouse.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.csv.BasketStager;
import org.clientele.platform.warehouse.csv.CsvHead;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.HeadChoice;
import org.clientele.platform.warehouse.csv.Layouts;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.RowStager;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Text in any encoding and layout, plain, compressed or in an archive. */
final class TextSource implements TableSource {
    private static final Texts TEXTS = Texts.of(TextSource.class);

    private static final int HEAD = 1 << 20;
    private static final int LOOKED_AT_FOR_LETTERS = 64 << 20;
    private static final List<String> BASKETS = List.of("basket", "item");

    private final Content content;
    private final SourceChoice choice;
    private final List<String> doubts = new ArrayList<>();
    private @Nullable Reading reading;

    /** @param doubts that are known already */
    TextSource(Content content, SourceChoice choice, List<String> doubts) {
        this.content = content;
        this.choice = choice;
        this.doubts.addAll(doubts);
    }

    /** What was opened and found; one of the stagers reads on. */
    private record Reading(
            SourceHead head,
            SourceFile text,
            @Nullable GuardedStream guard,
            @Nullable CsvStager lines,
            @Nullable BasketStager baskets) {}

    @Override
    public String name() {
        return content.name();
    }

    @Override
    public SourceHead head() {
        return reading().head();
    }

    private Reading reading() {
        Reading known = reading;
        if (known == null) {
            known = open();
            reading = known;
        }
        return known;
    }

    private Reading open() {
        Content.Opened opened = null;
        try {
            opened = content.open();
            return read(opened);
        } catch (IOException e) {
            closeAfter(opened, e);
            throw SourceFile.unreadable(name(), e);
        } catch (RuntimeException e) {
            closeAfter(opened, e);
            throw e;
        }
    }

    private static void closeAfter(Content.@Nullable Opened opened, Exception reason) {
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private Reading read(Content.Opened opened) throws IOException {
        byte[] start = opened.in().readNBytes(HEAD);
        FormatSniffer.refuseUnlessText(name(), start);
        Charset charset = charset(start);
        InputStream text = Utf8Stream.of(joined(start, opened.in()), charset);
        byte[] window = text.readNBytes(HEAD);
        boolean whole = window.length < HEAD;
        InputStream all = joined(window, text);
        if (LineEndStream.isNeeded(window, window.length)) {
            all = new LineEndStream(all);
            for (int i = 0; i < window.length; i++) {
                window[i] = window[i] == '\r' ? (byte) '\n' : window[i];
            }
        }
        Layout layout = choice.layout() == null
                ? Layouts.find(window, window.length, whole, choice.delimiter())
                : choice.layout();
        if (layout == Layout.BASKETS) {
            return baskets(window, whole, new SourceFile(name(), all, opened.fraction()), charset, opened.guard());
        }
        boolean blanks = layout == Layout.WHITESPACE;
        if (blanks && choice.layout() == null) {
            doubts.add(TEXTS.get("text.source.columns_taken_parted_blanks"));
        }
        SourceFile file = new SourceFile(name(), blanks ? new BlanksStream(all) : all, opened.fraction());
        CsvStager stager = new CsvStager(file);
        Character delimiter = blanks ? Character.valueOf('\t') : choice.delimiter();
        CsvHead csv = stager.head(new HeadChoice(delimiter, choice.headerRow(), choice.names()), SourceHead.SAMPLE);
        doubts.addAll(csv.doubts());
        SourceHead head = new SourceHead(
                blanks ? SourceFormat.TEXT : SourceFormat.CSV,
                charset.name(),
                csv.delimiter(),
                layout,
                csv.headerRow(),
                csv.headers(),
                csv.sample(),
                doubts);
        return new Reading(head, file, opened.guard(), stager, null);
    }

    private Reading baskets(
            byte[] window, boolean whole, SourceFile file, Charset charset, @Nullable GuardedStream guard) {
        char delimiter =
                choice.delimiter() == null ? Layouts.basketDelimiter(window, window.length, whole) : choice.delimiter();
        if (choice.layout() == null) {
            doubts.add(TEXTS.get("text.source.each_line_taken_one"));
        }
        BasketStager stager = new BasketStager(file, delimiter);
        List<String> headers = choice.names().size() == BASKETS.size() ? choice.names() : BASKETS;
        SourceHead head = new SourceHead(
                SourceFormat.BASKETS,
                charset.name(),
                RowStager.DELIMITER,
                Layout.BASKETS,
                0,
                headers,
                stager.sample(SourceHead.SAMPLE),
                doubts);
        return new Reading(head, file, guard, null, stager);
    }

    private static InputStream joined(byte[] start, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(start), rest);
    }

    private Charset charset(byte[] start) {
        if (choice.charset() != null) {
            return Charsets.named(choice.charset());
        }
        Charsets.Found found = Charsets.byStart(start, start.length);
        if (found.charset().equals(java.nio.charset.StandardCharsets.UTF_8)) {
            byte[] telling = start;
            if (start.length == HEAD && Charsets.isAscii(start, 0, start.length)) {
                telling = firstBeyondAscii();
            }
            found = Charsets.byLetters(telling, telling.length);
        }
        if (!found.doubt().isEmpty()) {
            doubts.add(found.doubt());
        }
        return found.charset();
    }

    /** The first block that has a byte beyond ASCII, since the start had none; read apart. */
    private byte[] firstBeyondAscii() {
        byte[] block = new byte[HEAD];
        try (Content.Opened again = content.open()) {
            for (int n = 0; n < LOOKED_AT_FOR_LETTERS; n += HEAD) {
                int size = again.in().readNBytes(block, 0, HEAD);
                if (!Charsets.isAscii(block, 0, size)) {
                    return java.util.Arrays.copyOf(block, size);
                }
                if (size < HEAD) {
                    break;
                }
            }
        } catch (IOException e) {
            // The load comes to the same place and says so.
            return new byte[0];
        }
        return new byte[0];
    }

    @Override
    public void hope(Map<Integer, PlainType> plain) {
        CsvStager lines = reading().lines();
        if (lines != null) {
            lines.hope(plain);
        }
    }

    @Override
    public CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel) {
        Reading r = reading();
        if (r.guard() != null) {
            try {
                r.guard().limit(Files.getFileStore(folder).getUsableSpace());
            } catch (IOException e) {
                throw SourceFile.unreadable(folder, e);
            }
        }
        SourceHead head = r.head();
        // Buffers are large, and an archive may hold many tables.
        reading = new Reading(head, r.text(), r.guard(), null, null);
        if (r.baskets() != null) {
            return r.baskets().stage(head.headers(), folder, sink, rejects, progress, cancel);
        }
        return java.util.Objects.requireNonNull(r.lines())
                .stage(head.delimiter(), head.headers().size(), folder, sink, rejects, progress, cancel);
    }

    @Override
    public void close() {
        Reading open = reading;
        reading = null;
        if (open != null) {
            open.text().close();
        }
    }
}
