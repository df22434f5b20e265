package org.clientele.platform.query.formula;

import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.clientele.platform.query.grammar.FormulaLexer;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * The text of a formula or condition, and whose it is. Reads it into a syntax tree; every error shows the place.
 *
 * @param owner for messages: "The formula of clientele.core/sales"
 * @param text the text
 */
record FormulaSource(String owner, String text) {
    private static final Texts TEXTS = Texts.of(FormulaSource.class);

    // The parser recurses; these keep it, and the SQL engine, far from the end of their stacks.
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_TOKENS = 2_000;
    private static final int MAX_NESTING = 32;
    private static final int EXCERPT = 100;

    /**
     * The syntax tree.
     *
     * @throws AnalyticsException FORMULA_INVALID, with the place, if the text is not of the language or is too deep
     */
    FormulaParser.FormulaContext parse() {
        if (text.length() > MAX_LENGTH) {
            throw error(
                    1,
                    MAX_LENGTH,
                    TEXTS.get("formula.source.is_characters_long_are_allowed", text.length(), MAX_LENGTH));
        }
        FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkTokens(tokens);
        FormulaParser parser = new FormulaParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        return parser.formula();
    }

    private void checkTokens(CommonTokenStream tokens) {
        int nesting = 0;
        int prefixes = 0;
        for (Token t : tokens.getTokens()) {
            int type = t.getType();
            if (type == FormulaLexer.COMMENT) {
                throw error(t, TEXTS.get("formula.source.formula_holds_no_comments"));
            }
            if (type == FormulaLexer.UNKNOWN) {
                throw error(t, unknown(t.getText()));
            }
            nesting += type == FormulaLexer.LPAREN ? 1 : type == FormulaLexer.RPAREN ? -1 : 0;
            prefixes = type == FormulaLexer.MINUS || type == FormulaLexer.NOT ? prefixes + 1 : 0;
            if (nesting + prefixes > MAX_NESTING) {
                throw error(t, TEXTS.get("formula.source.is_nested_more_than_levels", MAX_NESTING));
            }
            hyphenated(tokens, t.getTokenIndex()).ifPresent(name -> {
                throw error(t, TEXTS.get("formula.source.name_has_hyphen_in_needs", name));
            });
            if (t.getTokenIndex() > MAX_TOKENS) {
                throw error(t, TEXTS.get("formula.source.has_more_than_words_signs", MAX_TOKENS));
            }
        }
    }

    /** A dimension like product-name that begins at a token and is written without quotes, and so reads as a difference. */
    private Optional<String> hyphenated(CommonTokenStream tokens, int at) {
        if (tokens.get(at).getType() != FormulaLexer.NAME || at + 2 >= tokens.size()) {
            return Optional.empty();
        }
        int start = tokens.get(at).getStartIndex();
        int stop = tokens.get(at + 2).getStopIndex();
        boolean whole = stop >= start && stop < text.codePointCount(0, text.length());
        String written =
                whole ? text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, stop + 1)) : "";
        return Names.dimensions().stream()
                .filter(name -> name.indexOf('-') > 0 && name.equalsIgnoreCase(written))
                .findFirst();
    }

    private static String unknown(String character) {
        return switch (character) {
            case "'" -> TEXTS.get("formula.source.text_has_no_closing_quote");
            case "\"" -> TEXTS.get("formula.source.name_has_no_closing_quote");
            case "[" -> TEXTS.get("formula.source.metric_has_no_closing_bracket");
            case ";" -> TEXTS.get("formula.source.formula_is_expression_without_semicolon");
            default -> TEXTS.get("formula.source.character_is_not_part_formula", printable(character));
        };
    }

    private static String printable(String character) {
        int c = character.codePointAt(0);
        return Character.isISOControl(c) ? String.format("U+%04X", c) : character;
    }

    /** An error at a token. */
    AnalyticsException error(Token at, String problem) {
        return error(at.getLine(), at.getCharPositionInLine(), problem);
    }

    private AnalyticsException error(int line, int column, String problem) {
        String[] lines = text.split("\n", -1);
        String whole = line <= lines.length ? lines[line - 1] : "";
        int start = Math.max(0, Math.min(column, whole.length()) - EXCERPT / 2);
        String excerpt = whole.substring(start, Math.min(whole.length(), start + EXCERPT))
                .replaceAll("\\p{Cntrl}", " ");
        String caret = " ".repeat(Math.max(0, column - start)) + "^";
        return new AnalyticsException(
                ErrorCode.FORMULA_INVALID,
                owner + ", " + line + ":" + (column + 1) + ": " + problem + ".\n  " + excerpt + "\n  " + caret);
    }

    /** Stops at the first mistake: what follows it is guesswork. */
    private final class FirstError extends BailErrorStrategy {
        @Override
        public void recover(Parser parser, RecognitionException e) {
            throw at(e.getOffendingToken());
        }

        @Override
        public Token recoverInline(Parser parser) {
            throw at(parser.getCurrentToken());
        }

        private AnalyticsException at(Token t) {
            if (t.getType() == Token.EOF) {
                return error(
                        t,
                        text.isBlank()
                                ? TEXTS.get("formula.source.is_empty")
                                : TEXTS.get("formula.source.ends_too_early"));
            }
            if (t.getType() == FormulaLexer.WHERE) {
                return error(t, TEXTS.get("formula.source.where_stands_behind_aggregate_only"));
            }
            return error(t, TEXTS.get("formula.source.cannot_stand_here", t.getText()));
        }
    }
}
