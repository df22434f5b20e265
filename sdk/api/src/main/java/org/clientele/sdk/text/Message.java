package org.clientele.sdk.text;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A parsed pattern. Immutable. */
record Message(List<Part> parts) {
    private static final Set<String> CATEGORIES = Set.of("zero", "one", "two", "few", "many", "other");

    /** A piece of a pattern. */
    sealed interface Part permits Literal, Argument, Plural {}

    /** Text as it stands. */
    record Literal(String text) implements Part {}

    /** An argument, from 0. */
    record Argument(int index) implements Part {}

    /** What is said of an argument that is a number, by category or "=n". */
    record Plural(int index, Map<String, Message> branches) implements Part {}

    Message {
        parts = List.copyOf(parts);
    }

    static Message literal(String text) {
        return new Message(List.of(new Literal(text)));
    }

    /** @throws IllegalArgumentException if it is no pattern */
    static Message parse(String pattern) {
        return new Reader(pattern).message(-1);
    }

    /** How many arguments it needs. */
    int arguments() {
        int n = 0;
        for (Part part : parts) {
            if (part instanceof Argument a) {
                n = Math.max(n, a.index() + 1);
            } else if (part instanceof Plural p) {
                n = Math.max(n, p.index() + 1);
                for (Message branch : p.branches().values()) {
                    n = Math.max(n, branch.arguments());
                }
            }
        }
        return n;
    }

    /** The same with other words, its arguments as they are. */
    Message literals(UnaryOperator<String> how) {
        List<Part> all = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Literal l) {
                all.add(new Literal(how.apply(l.text())));
            } else if (part instanceof Plural p) {
                Map<String, Message> branches = new LinkedHashMap<>();
                p.branches().forEach((name, branch) -> branches.put(name, branch.literals(how)));
                all.add(new Plural(p.index(), branches));
            } else {
                all.add(part);
            }
        }
        return new Message(all);
    }

    /**
     * The text.
     *
     * @param words the language that plurals follow
     * @param numbers whose way of writing numbers is taken for those that are not written yet
     * @throws IllegalArgumentException if an argument is missing or is no number where one is needed
     */
    String format(Object[] arguments, Locale words, Locale numbers) {
        StringBuilder out = new StringBuilder();
        format(out, arguments, words, numbers);
        return out.toString();
    }

    private void format(StringBuilder out, Object[] arguments, Locale words, Locale numbers) {
        for (Part part : parts) {
            if (part instanceof Literal l) {
                out.append(l.text());
            } else if (part instanceof Argument a) {
                out.append(written(argument(arguments, a.index()), numbers));
            } else if (part instanceof Plural p) {
                long n = number(argument(arguments, p.index()), p.index());
                Message exact = p.branches().get("=" + n);
                Message branch = exact == null ? p.branches().get(Plurals.category(words, n)) : exact;
                Message said = branch == null ? p.branches().get("other") : branch;
                if (said != null) {
                    said.format(out, arguments, words, numbers);
                }
            }
        }
    }

    private static Object argument(Object[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException("the argument {" + index + "} is missing.");
        }
        return arguments[index];
    }

    private static String written(Object argument, Locale numbers) {
        if (argument instanceof Texts.Count c) {
            return c.written();
        }
        return argument instanceof Number n ? NumberFormat.getInstance(numbers).format(n) : argument.toString();
    }

    private static long number(Object argument, int index) {
        if (argument instanceof Texts.Count c) {
            return c.number();
        }
        if (argument instanceof Number n) {
            return n.longValue();
        }
        throw new IllegalArgumentException("the argument {" + index + "} is no number.");
    }

    /** Reads a pattern from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** @param counted the argument that "#" stands for, or -1 outside of a plural */
        Message message(int counted) {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '}') {
                char c = text.charAt(at++);
                if (c == '{' || c == '#' && counted >= 0) {
                    flush(parts, literal);
                    parts.add(c == '#' ? new Argument(counted) : argument());
                } else {
                    literal.append(c);
                }
            }
            if (at < text.length() && counted < 0) {
                throw wrong("a brace closes that was not opened");
            }
            flush(parts, literal);
            return new Message(parts);
        }

        private static void flush(List<Part> parts, StringBuilder literal) {
            if (!literal.isEmpty()) {
                parts.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        private Part argument() {
            String name = word();
            if (!name.matches("[0-9]{1,2}")) {
                throw wrong("an argument is a number from 0");
            }
            int index = Integer.parseInt(name);
            if (taken('}')) {
                return new Argument(index);
            }
            need(',');
            if (!word().equals("plural")) {
                throw wrong("only \"plural\" is known here");
            }
            need(',');
            Map<String, Message> branches = new LinkedHashMap<>();
            while (!taken('}')) {
                String branch = word();
                if (!CATEGORIES.contains(branch) && !branch.matches("=[0-9]{1,9}")) {
                    throw wrong("\"" + branch + "\" is no branch of a plural");
                }
                need('{');
                branches.put(branch, message(index));
                need('}');
            }
            if (!branches.containsKey("other")) {
                throw wrong("a plural lacks the branch \"other\"");
            }
            return new Plural(index, branches);
        }

        private String word() {
            blanks();
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '=')) {
                at++;
            }
            return text.substring(from, at);
        }

        private boolean taken(char c) {
            blanks();
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private void need(char c) {
            if (!taken(c)) {
                throw wrong("\"" + c + "\" is missing");
            }
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(what + ", at character " + (at + 1) + " of: " + text);
        }
    }
}
