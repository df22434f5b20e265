package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Finding;
import org.clientele.platform.warehouse.rejects.Structure;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.platform.warehouse.rejects.Structure.Layout;

/** Sets aside the lines that no record can be made of, each with what is wrong with it. */
final class LineRejects {
    /** Of a line that is too long, this many bytes are kept. */
    static final int KEPT_OF_LONG = 1000;

    private final RejectSpool spool;
    private final Layout layout;

    /** @param headers the columns' names; none where a line may have any number of columns */
    LineRejects(RejectSpool spool, char delimiter, List<String> headers) {
        this.spool = spool;
        this.layout = new Layout(delimiter, headers, CsvStager.LONGEST_RECORD);
    }

    /** What a verdict of the parser means; one that is a number of columns means a wrong one. */
    static Fault fault(int judged) {
        return switch (judged) {
            case LineParser.AFTER_QUOTE -> Fault.TEXT_BEHIND_QUOTE;
            case LineParser.ODD_QUOTES -> Fault.ODD_QUOTES;
            case LineParser.STRAY_RETURN -> Fault.STRAY_RETURN;
            case LineParser.OPEN -> Fault.QUOTE_OPEN;
            default -> Fault.WIDTH;
        };
    }

    /**
     * Sets {@code buf[start, stop)} aside.
     *
     * @param columns how many it has, where that is the fault
     * @param last whether it is the last of the file and has no line end
     */
    void add(Fault fault, long line, byte[] buf, int start, int stop, int columns, boolean last) throws IOException {
        byte[] text = Arrays.copyOfRange(buf, start, stop);
        Finding finding = Structure.explain(fault, text, columns, layout, last);
        boolean tooLong = fault == Fault.RECORD_TOO_LONG || fault == Fault.FIELD_TOO_LONG;
        spool.add(line, "", finding, text, 0, tooLong ? Math.min(KEPT_OF_LONG, text.length) : text.length);
    }
}
