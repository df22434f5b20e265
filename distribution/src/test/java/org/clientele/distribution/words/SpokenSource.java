package org.clientele.distribution.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What a source says: the keys of texts that it asks for, and literals that a person might read. */
final class SpokenSource {
    /** Two words, a word beside a blank, or a word that begins with a capital; "rowsRead" is a name. */
    private static final Pattern WORDS = Pattern.compile("(?s).*(\\p{L}\\s|\\s\\p{L}|(?<!\\p{L})\\p{Lu}\\p{Ll}).*");

    /** Where a format puts a value. */
    private static final Pattern PLACES = Pattern.compile("%[-,#+ 0(]*\\d*(\\.\\d+)?(t[a-zA-Z]|[a-zA-Z%])");

    /** Words of a query's language. */
    private static final Pattern QUERY = Pattern.compile(
            "(?s).*(?<![\\p{L}_])(SELECT|FROM|WHERE|AS|AND|OR|NOT|NULL|IS|IN|CAST|INSERT|UPDATE|DELETE|JOIN|ON|CASE|WHEN"
                    + "|THEN|ELSE|END|BY|CREATE|TABLE|DROP|ALTER|SET|VARCHAR|UNION|LIMIT|DISTINCT|VALUES|DESC|USING"
                    + "|ADD|COLUMN|TYPE|BOOLEAN|BIGINT|HAVING)"
                    + "(?![\\p{L}_]).*");

    /** A query has no three words in a row that are written small. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\\b.*");

    /** Exceptions whose messages people read: ours, and those of the command line. */
    private static final Set<String> SAID =
            Set.of("AnalyticsException", "ParameterException", "TypeConversionException");

    private static final Set<String> COMMANDS = Set.of("Command", "Option", "Parameters");

    /** What help says, which picocli looks up when it prints it. */
    private static final Pattern HELP = Pattern.compile("\\$\\{bundle:([^}]*)}");

    /** How a statement or a clause of SQL begins. */
    private static final Pattern SQL = Pattern.compile(
            "(?s)\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|WHERE|ORDER BY|AND|CALL|SET FILES)\\b.*");

    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9_]+)*");
    /** What their arguments say is compared, cut or logged, but not shown. */
    private static final Set<String> SILENT = Set.of(
            "compile",
            "matches",
            "replace",
            "replaceAll",
            "replaceFirst",
            "startsWith",
            "endsWith",
            "equals",
            "contains",
            "ofPattern",
            "requireNonNull",
            "fits",
            "match",
            "matcher",
            "split",
            // formulas, which are checked where they are read
            "where",
            "MetricDefinition.builder");

    /** A text that is asked for: its key, or the beginning of its key, the number of its arguments, and whether it is one of two. */
    record Asked(String key, boolean prefix, int arguments, boolean either) {
        /** The number of arguments that come as an array, which the source does not tell. */
        static final int ARRAY = -1;
    }

    private final List<Asked> asked = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();

    private SpokenSource() {}

    static SpokenSource of(String name, String source) {
        return all(Map.of(name, source)).get(name);
    }

    /** What sources say, by the names of their classes: read by one compiler, since beginning one takes longer than a source does. */
    static Map<String, SpokenSource> all(Map<String, String> sources) {
        Map<String, SpokenSource> all = new TreeMap<>();
        if (sources.isEmpty()) {
            return all;
        }
        List<Written> files = sources.entrySet().stream()
                .map(e -> new Written(e.getKey(), e.getValue()))
                .toList();
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, files);
        try {
            // They come in the order in which they were given.
            Iterator<String> types = sources.keySet().iterator();
            for (CompilationUnitTree unit : task.parse()) {
                SpokenSource said = new SpokenSource();
                said.new Scan().scan(unit, null);
                all.put(types.next(), said);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final String source;

        Written(String type, String source) {
            super(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    /** Calls of {@code TEXTS.get}. */
    List<Asked> asked() {
        return asked;
    }

    /** Literals elsewhere that look like a key, such as those of an enum's constants. */
    List<String> keys() {
        return keys;
    }

    /** Beginnings of keys that the host asks for: what choices of a parameter are called. */
    List<String> choices() {
        return choices;
    }

    /** Literals that a person might read. */
    List<String> literals() {
        return literals;
    }

    private static boolean isSpoken(String text) {
        return WORDS.matcher(PLACES.matcher(text).replaceAll("")).matches()
                && (!QUERY.matcher(text).matches() || SENTENCE.matcher(text).matches());
    }

    private final class Scan extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (asks(call)) {
                int arguments = call.getArguments().size() - 1;
                boolean array =
                        arguments == 1 && call.getArguments().get(1).toString().endsWith("toArray()");
                ask(call.getArguments().get(0), array ? Asked.ARRAY : arguments, false);
            }
            return super.visitMethodInvocation(call, unused);
        }

        private void ask(ExpressionTree key, int arguments, boolean either) {
            if (key instanceof LiteralTree literal) {
                asked.add(new Asked(String.valueOf(literal.getValue()), false, arguments, either));
            } else if (key instanceof BinaryTree sum && first(sum) instanceof LiteralTree literal) {
                asked.add(new Asked(String.valueOf(literal.getValue()), true, arguments, either));
            } else if (key instanceof ConditionalExpressionTree choice) {
                ask(choice.getTrueExpression(), arguments, true);
                ask(choice.getFalseExpression(), arguments, true);
            }
        }

        private ExpressionTree first(BinaryTree sum) {
            return sum.getLeftOperand() instanceof BinaryTree inner ? first(inner) : sum.getLeftOperand();
        }

        /** What a plugin says of its parameters is read by people: a literal, or a key behind a percent sign. */
        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            if (COMMANDS.contains(annotation.getAnnotationType().toString())) {
                help(annotation);
            } else if (annotation.getAnnotationType().toString().equals("Parameter")) {
                for (ExpressionTree argument : annotation.getArguments()) {
                    if (argument instanceof AssignmentTree set
                            && set.getExpression() instanceof LiteralTree literal
                            && literal.getValue() instanceof String text) {
                        if (text.startsWith("%")) {
                            asked.add(new Asked(text.substring(1), false, 0, false));
                            choices.add(text.substring(1) + ".");
                        } else if (isSpoken(text)) {
                            literals.add(text);
                        }
                    }
                }
            }
            return super.visitAnnotation(annotation, unused);
        }

        private void help(AnnotationTree command) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void unused) {
                    if (literal.getValue() instanceof String text) {
                        String rest = HELP.matcher(text).replaceAll("");
                        if (isSpoken(rest)) {
                            literals.add(rest);
                        }
                    }
                    return super.visitLiteral(literal, unused);
                }
            }.scan(command.getArguments(), null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            Matcher help = HELP.matcher(String.valueOf(literal.getValue()));
            while (help.find()) {
                asked.add(new Asked(help.group(1), false, 0, false));
            }
            if (literal.getValue() instanceof String text && !isKeyOfCall(literal) && !silent() && !isSql()) {
                if (isSpoken(text)) {
                    literals.add(text);
                } else if (KEY.matcher(text).matches()) {
                    keys.add(text);
                }
            }
            return super.visitLiteral(literal, unused);
        }

        private boolean isKeyOfCall(LiteralTree literal) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent instanceof MethodInvocationTree call
                    && asks(call)
                    && call.getArguments().get(0) == literal;
        }

        /** Whether it is of a concatenation that begins like SQL. */
        private boolean isSql() {
            TreePath at = getCurrentPath();
            while (at.getParentPath().getLeaf().getKind() == Tree.Kind.PLUS) {
                at = at.getParentPath();
            }
            Tree all = at.getLeaf();
            return (all instanceof BinaryTree sum ? first(sum) : all) instanceof LiteralTree literal
                    && SQL.matcher(String.valueOf(literal.getValue())).matches();
        }

        private boolean silent() {
            boolean within = true;
            for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
                Tree leaf = at.getLeaf();
                if (within
                        && (leaf instanceof AnnotationTree
                                || leaf instanceof NewClassTree made && isSilent(made)
                                || leaf instanceof MethodInvocationTree call && isSilent(call))) {
                    return true;
                }
                within &= !(leaf instanceof StatementTree);
                if (leaf instanceof MethodTree method) {
                    return method.getName().contentEquals("toString");
                }
            }
            return false;
        }

        /** A constant, or a field of one language. */
        private boolean asks(MethodInvocationTree call) {
            return call.getMethodSelect().toString().equalsIgnoreCase("TEXTS.get");
        }

        private boolean isSilent(NewClassTree made) {
            String type = made.getIdentifier().toString();
            return type.endsWith("Exception") && !SAID.contains(type);
        }

        private boolean isSilent(MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select
                    && (SILENT.contains(select.getIdentifier().toString())
                            || SILENT.contains(select.toString())
                            || select.getExpression().toString().equalsIgnoreCase("LOG")
                            || select.getExpression().toString().contains("LoggerFactory.getLogger"));
        }
    }
}
