package org.clientele.platform.warehouse.rejects;

/** Sentences with numbered places. What fills a place is never searched for places itself. */
final class Templates {
    private Templates() {}

    static String fill(String template, Object... details) {
        StringBuilder out = new StringBuilder(template.length() + 64);
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '{' && at + 2 < template.length() && template.charAt(at + 2) == '}') {
                out.append(details[template.charAt(at + 1) - '0']);
                at += 3;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }
}
