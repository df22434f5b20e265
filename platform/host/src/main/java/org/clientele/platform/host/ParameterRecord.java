package org.clientele.platform.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plugin's parameter record of text.
 *
 * @param <P> the record
 */
final class ParameterRecord<P extends Record> {
    private static final Texts TEXTS = Texts.of(ParameterRecord.class);

    /** What a key of the plugin's bundle begins with in an annotation, where words could stand as well. */
    private static final String KEY = "%";

    private final Group<P> group;

    private ParameterRecord(Group<P> group) {
        this.group = group;
    }

    /** What one component of a record is made of. */
    private sealed interface Part {
        Stream<AnalysisParameter> parameters();

        Object read(Map<String, String> values);
    }

    /** A component that people set. */
    private record Single(AnalysisParameter parameter, Class<?> type) implements Part {
        @Override
        public Stream<AnalysisParameter> parameters() {
            return Stream.of(parameter);
        }

        @Override
        public Object read(Map<String, String> values) {
            return value(parameter, type, values.getOrDefault(parameter.name(), parameter.initial()));
        }
    }

    /** A record whose components stand where it stands. */
    private record Group<R extends Record>(Constructor<R> constructor, List<Part> parts) implements Part {
        static <R extends Record> Group<R> of(R defaults) throws ReflectiveOperationException {
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) defaults.getClass();
            List<Part> parts = new ArrayList<>();
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(defaults);
                parts.add(
                        value instanceof Record inner
                                ? of(inner)
                                : new Single(described(component, value), component.getType()));
            }
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new Group<>(constructor, List.copyOf(parts));
        }

        @Override
        public Stream<AnalysisParameter> parameters() {
            return parts.stream().flatMap(Part::parameters);
        }

        @Override
        public R read(Map<String, String> values) {
            Object[] arguments = parts.stream().map(part -> part.read(values)).toArray();
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof AnalyticsException known) {
                    throw known;
                }
                throw wrong(TEXTS.get("parameter.record.these_parameters_do_not_go", String.valueOf(e.getCause())));
            } catch (ReflectiveOperationException e) {
                throw PluginFailure.broken(TEXTS.get("parameter.record.parameters_cannot_made", e));
            }
        }
    }

    /** @throws AnalyticsException CONTRACT_BROKEN if it is not such a record as the SDK asks for */
    static <P extends Record> ParameterRecord<P> of(P defaults) {
        try {
            ParameterRecord<P> made = new ParameterRecord<>(Group.of(defaults));
            Set<String> names = new HashSet<>();
            for (AnalysisParameter p : made.parameters()) {
                if (!names.add(p.name())) {
                    throw PluginFailure.broken(TEXTS.get("parameter.record.two_parameters_called", p.name()));
                }
            }
            return made;
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (e instanceof AnalyticsException known) {
                throw known;
            }
            throw PluginFailure.broken(TEXTS.get(
                    "parameter.record.parameters_cannot_read",
                    defaults.getClass().getSimpleName(),
                    e));
        }
    }

    List<AnalysisParameter> parameters() {
        return group.parameters().toList();
    }

    private static AnalysisParameter described(RecordComponent component, @Nullable Object value) {
        Parameter said = component.getAnnotation(Parameter.class);
        Texts texts = Texts.of(component.getDeclaringRecord());
        if (value == null) {
            throw PluginFailure.broken(TEXTS.get("parameter.record.parameter_has_no_default", component.getName()));
        }
        Class<?> type = component.getType();
        List<String> choices = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(ParameterRecord::text)
                        .toList()
                : List.of();
        return new AnalysisParameter(
                component.getName(),
                said == null ? component.getName() : words(texts, said.label()),
                said == null ? "" : words(texts, said.help()),
                kind(component),
                text(value),
                said == null ? Double.NEGATIVE_INFINITY : said.least(),
                said == null ? Double.POSITIVE_INFINITY : said.most(),
                said == null ? 0 : said.step(),
                choices,
                choices.stream()
                        .map(c -> said == null ? plainly(c) : choice(texts, said.label(), c))
                        .toList());
    }

    /** What an annotation says: a key of the plugin's bundle behind a percent sign, or the words themselves. */
    private static String words(Texts texts, String said) {
        return said.startsWith(KEY) ? texts.get(said.substring(KEY.length())) : said;
    }

    private static String choice(Texts texts, String label, String choice) {
        return label.startsWith(KEY)
                ? texts.get(label.substring(KEY.length()) + "." + choice.toLowerCase(Locale.ROOT))
                : plainly(choice);
    }

    /** "YEAR_BEFORE" as "Year before". */
    private static String plainly(String choice) {
        String lower = choice.replace('_', ' ').toLowerCase(Locale.ROOT);
        return choice.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static AnalysisParameter.Kind kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class || type == long.class) {
            return AnalysisParameter.Kind.INTEGER;
        }
        if (type == double.class) {
            return AnalysisParameter.Kind.NUMBER;
        }
        if (type == boolean.class) {
            return AnalysisParameter.Kind.FLAG;
        }
        if (type == LocalDate.class) {
            return AnalysisParameter.Kind.DAY;
        }
        if (type.isEnum()) {
            return AnalysisParameter.Kind.CHOICE;
        }
        if (type == String.class) {
            return AnalysisParameter.Kind.TEXT;
        }
        throw PluginFailure.broken(
                TEXTS.get("parameter.record.parameter_is_type_int_long", component.getName(), type.getSimpleName()));
    }

    private static String text(Object value) {
        return value instanceof Enum<?> e ? e.name() : String.valueOf(value);
    }

    /**
     * The record with these values, and defaults for the rest.
     *
     * @throws AnalyticsException ARGUMENT_INVALID
     */
    P read(Map<String, String> values) {
        List<String> names = group.parameters().map(AnalysisParameter::name).toList();
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw wrong(TEXTS.get(
                    "parameter.record.there_is_no_parameter_there", unknown.first(), String.join(", ", names)));
        }
        return group.read(values);
    }

    private static Object value(AnalysisParameter p, Class<?> type, String text) {
        String bare = text.strip();
        try {
            return switch (p.kind()) {
                case INTEGER -> {
                    long whole = Long.parseLong(bare);
                    within(p, whole, bare);
                    yield type == int.class ? (Object) Math.toIntExact(whole) : (Object) whole;
                }
                case NUMBER -> {
                    double number = Double.parseDouble(bare);
                    within(p, number, bare);
                    yield number;
                }
                case FLAG -> flag(p, bare);
                case DAY -> LocalDate.parse(bare);
                case CHOICE -> choice(p, type, bare);
                case TEXT -> text;
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw wrong(
                    switch (p.kind()) {
                        case INTEGER -> TEXTS.get("parameter.record.takes_whole_number", p.name(), text);
                        case DAY -> TEXTS.get("parameter.record.takes_day", p.name(), text);
                        default -> TEXTS.get("parameter.record.takes_number", p.name(), text);
                    });
        }
    }

    private static void within(AnalysisParameter p, double value, String text) {
        if (!(value >= p.least() && value <= p.most()) || Double.isInfinite(value)) {
            throw wrong(TEXTS.get(
                    "parameter.record.parameter_is_takes_numbers_from",
                    p.name(),
                    text,
                    plain(p.least()),
                    plain(p.most())));
        }
    }

    private static String plain(double end) {
        return end == Math.rint(end) && Math.abs(end) < 1e15 ? String.valueOf((long) end) : String.valueOf(end);
    }

    private static Boolean flag(AnalysisParameter p, String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw wrong(TEXTS.get("parameter.record.parameter_is_takes_true_false", p.name(), text));
        }
        return Boolean.valueOf(text);
    }

    private static Object choice(AnalysisParameter p, Class<?> type, String text) {
        String asked = text.replace('-', '_');
        for (Object constant : type.getEnumConstants()) {
            if (text(constant).equalsIgnoreCase(asked)) {
                return constant;
            }
        }
        throw wrong(TEXTS.get("parameter.record.parameter_is_takes", p.name(), text, String.join(", ", p.choices())));
    }

    private static AnalyticsException wrong(String message) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, message);
    }
}
