package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ImportedMapping;
import org.junit.jupiter.api.Test;

class RejectListTest {
    private static final Words WORDS = new Words(LocaleFormat.of(Locale.UK));

    private static FileImport file(String name, long rejected) {
        List<FileImport.Reject> first = LongStream.range(0, Math.min(rejected, FileImport.FIRST_REJECTS))
                .mapToObj(i -> new FileImport.Reject(i + 2, "quantity", "\"many\" is a word.", "1,many"))
                .toList();
        return new FileImport(
                Path.of(name),
                name,
                0,
                "order_line",
                20_000,
                20_000 - rejected,
                rejected,
                null,
                first,
                ImportedMapping.NONE,
                List.of(),
                false,
                1,
                null);
    }

    private static RejectList list(FileImport... files) {
        return new RejectList(WORDS, new ImportReply(List.of(files)));
    }

    @Test
    void theFirstAreListedAndTheOthersCounted() {
        RejectList list = list(file("a.csv", 10_000));

        assertThat(list.rows()).hasSize(12);
        assertThat(list.rows().get(0).reject().line()).isEqualTo(2);
        assertThat(list.more()).startsWith("and 9,988 more.");
    }

    @Test
    void ofSeveralFilesEachHasItsShare() {
        RejectList list = list(file("a.csv", 100), file("fine.csv", 0), file("b.csv", 3), file("c.csv", 100));

        assertThat(list.rows()).extracting(RejectList.Row::file).contains("a.csv", "b.csv", "c.csv");
        assertThat(list.rows()).hasSize(12);
        assertThat(list.more()).startsWith("and 191 more.");
    }

    @Test
    void whereAllAreShownNoneIsLeftOver() {
        assertThat(list(file("a.csv", 3)).more()).isEmpty();
        assertThat(list(file("a.csv", 0)).rows()).isEmpty();
    }
}
