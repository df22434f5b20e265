package org.clientele.platform.warehouse.rejects;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.sdk.text.Texts;

/**
 * A kind of trouble that keeps a row out. Each has a sentence of its own, which says what is wrong and what to do; two
 * kinds are two only because their sentences differ. Codes are stable: other programs match on them.
 */
public sealed interface Trouble permits LineTrouble, CellTrouble, NumberTrouble, DateTrouble, RowTrouble {
    /** The sentences of all kinds. */
    Texts TEXTS = Texts.of(Trouble.class);

    /** The stable code: DATE_DAY_OF_MONTH. */
    String name();

    /** The finding of this trouble; {@code details} go to the places of its text, in order and as they are. */
    default Finding with(Object... details) {
        return new Finding(
                this,
                TEXTS.get(
                        "trouble." + name().toLowerCase(Locale.ROOT),
                        Stream.of(details).map(String::valueOf).toArray()));
    }

    /** Every kind there is, by family. */
    static List<Trouble> all() {
        return Catalogue.ALL;
    }

    /** The kind of that code, if there is one. */
    static Optional<Trouble> find(String code) {
        return Optional.ofNullable(Catalogue.BY_CODE.get(code));
    }

    /** Made once, at the first question. */
    final class Catalogue {
        private static final List<Trouble> ALL = Stream.<Trouble[]>of(
                        LineTrouble.values(),
                        CellTrouble.values(),
                        NumberTrouble.values(),
                        DateTrouble.values(),
                        RowTrouble.values())
                .flatMap(Stream::of)
                .toList();
        private static final Map<String, Trouble> BY_CODE =
                ALL.stream().collect(Collectors.toUnmodifiableMap(Trouble::name, Function.identity()));

        private Catalogue() {}
    }
}
