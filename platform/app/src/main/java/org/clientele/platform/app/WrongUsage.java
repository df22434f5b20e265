package org.clientele.platform.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.clientele.sdk.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to somebody who got a command wrong. Picocli has sentences of its own, in English only. */
final class WrongUsage {
    private static final Texts TEXTS = Texts.of(WrongUsage.class);

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class);

    private WrongUsage() {}

    /**
     * What is wrong.
     *
     * @param given the whole command line
     */
    static String sentence(ParameterException e, String... given) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        } else if (e instanceof MissingParameterException missing) {
            return missing(missing, List.of(given));
        } else if (e instanceof OverwrittenOptionException twice) {
            return TEXTS.get("usage.twice", label(e, twice.getOverwritten()));
        } else if (e instanceof MutuallyExclusiveArgsException) {
            return TEXTS.get("usage.exclusive");
        } else if (e.getCause() instanceof TypeConversionException why && e.getArgSpec() != null) {
            return TEXTS.get("usage.value", label(e, e.getArgSpec()), unread(e, why));
        }
        return String.valueOf(e.getMessage());
    }

    private static String unmatched(UnmatchedArgumentException e) {
        if (e.isUnknownOption()) {
            List<String> all = e.getUnmatched().stream().map(o -> "'" + o + "'").toList();
            return TEXTS.get("clientele.unknown_options", all.size(), String.join(", ", all));
        }
        String first = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        return command.getSubcommands().isEmpty()
                ? TEXTS.get("clientele.one_argument_too_many", first)
                : TEXTS.get(
                        "clientele.there_no_command_there",
                        first,
                        String.join(", ", command.getSubcommands().keySet()));
    }

    /** An option that was given misses its value; one that was not is missing itself. */
    private static String missing(MissingParameterException e, List<String> given) {
        List<ArgSpec> missing = e.getMissing();
        boolean named = missing.size() == 1
                && missing.get(0) instanceof OptionSpec option
                && Arrays.stream(option.names())
                        .anyMatch(name -> given.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "=")));
        if (named) {
            return TEXTS.get("usage.no_value", label(e, missing.get(0)));
        }
        String all = missing.stream().map(what -> label(e, what)).collect(Collectors.joining(", "));
        return missing.isEmpty() ? String.valueOf(e.getMessage()) : TEXTS.get("usage.missing", missing.size(), all);
    }

    /** "--top=N", "FILE". */
    private static String label(ParameterException e, ArgSpec what) {
        return what instanceof OptionSpec option
                ? option.longestName()
                        + e.getCommandLine()
                                .getHelp()
                                .parameterLabelRenderer()
                                .renderParameterLabel(what, Ansi.OFF, List.of())
                : what.paramLabel();
    }

    /** Converters of ours say themselves what they take. */
    private static String unread(ParameterException e, TypeConversionException why) {
        ArgSpec what = e.getArgSpec();
        Class<?> type = what.typeInfo().isMultiValue()
                ? what.typeInfo().getAuxiliaryTypes()[0]
                : what.typeInfo().getType();
        if (WHOLE.contains(type)) {
            return TEXTS.get("usage.no_whole_number", e.getValue());
        } else if (NUMBERS.contains(type)) {
            return TEXTS.get("usage.no_number", e.getValue());
        } else if (type.isEnum()) {
            String all =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            Iterable<String> told = what.completionCandidates();
            return TEXTS.get(
                    "usage.no_choice",
                    e.getValue(),
                    told == null
                            ? all
                            : StreamSupport.stream(told.spliterator(), false).collect(Collectors.joining(", ")));
        }
        return String.valueOf(why.getMessage());
    }

    /** What was perhaps meant. */
    static Optional<String> suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getSuggestions().isEmpty()) {
            return Optional.empty();
        }
        List<String> like = unmatched.getSuggestions();
        return Optional.of(
                unmatched.isUnknownOption()
                        ? TEXTS.get("clientele.possible_options", String.join(", ", like))
                        : TEXTS.get(
                                "clientele.did_you_mean",
                                like.stream()
                                        .reduce((a, b) -> TEXTS.get("clientele.or", a, b))
                                        .orElseThrow()));
    }
}
