package org.clientele.sdk;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clientele.sdk.text.Texts;

/**
 * The id of a contribution: {@code vendor.plugin/name}, lower case with digits, dots and hyphens, for example
 * {@code clientele.core/revenue}. People may write any unambiguous suffix that starts at a boundary ({@code revenue},
 * {@code core/revenue}).
 *
 * @param namespace what stands before the slash: vendor and plugin
 * @param name what stands behind it
 */
public record QualifiedId(String namespace, String name) implements Comparable<QualifiedId> {
    private static final Texts TEXTS = Texts.of(QualifiedId.class);

    private static final Pattern NAMESPACE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    public QualifiedId {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        if (!NAMESPACE.matcher(namespace).matches() || !NAME.matcher(name).matches()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("qualified.id.is_not_id_id", namespace, name));
        }
    }

    /**
     * Reads a whole id.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if {@code text} is not of the form {@code vendor.plugin/name}
     */
    public static QualifiedId of(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new QualifiedId("", text)
                : new QualifiedId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Whether {@code suffix} is this id or an end of it that starts behind a slash or a dot. */
    public boolean answersTo(String suffix) {
        String whole = toString();
        if (!whole.endsWith(suffix) || suffix.isEmpty()) {
            return false;
        }
        int start = whole.length() - suffix.length();
        return start == 0 || whole.charAt(start - 1) == '/' || whole.charAt(start - 1) == '.';
    }

    /**
     * Finds the one element whose id answers to {@code suffix}; an id that equals it wins over longer ones.
     *
     * @param what the singular noun for messages, for example "metric"
     * @throws AnalyticsException with {@code code} if none or several answer; the message lists the candidates
     */
    public static <T> T resolve(
            String suffix, Collection<T> all, Function<T, QualifiedId> id, String what, ErrorCode code) {
        List<T> found = all.stream().filter(t -> id.apply(t).answersTo(suffix)).toList();
        for (T t : found) {
            if (id.apply(t).toString().equals(suffix)) {
                return t;
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String names = (found.isEmpty() ? all : found)
                .stream()
                        .map(t -> id.apply(t).toString())
                        .sorted()
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("none");
        String message = found.isEmpty()
                ? TEXTS.get("qualified.id.no_is_called_there", what, suffix, names)
                : TEXTS.get("qualified.id.could_mean_write_more", suffix, names);
        throw new AnalyticsException(code, message);
    }

    @Override
    public int compareTo(QualifiedId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
