package org.clientele.sdk.text;

import java.util.ArrayList;
import java.util.List;

/** English made to look foreign: letters with accents, vowels twice, brackets around; arguments stay as they are. */
final class Pseudo {
    private static final String PLAIN = "aeiouyAEIOUYcdgklnrstzCDGKLNRSTZ";
    private static final String FOREIGN = "áéíóúýÁÉÍÓÚÝçďĝķļñŕšţžÇĎĜĶĻÑŔŠŢŽ";

    private Pseudo() {}

    static Message of(Message message) {
        List<Message.Part> parts = new ArrayList<>();
        parts.add(new Message.Literal("["));
        parts.addAll(message.literals(Pseudo::foreign).parts());
        parts.add(new Message.Literal("]"));
        return new Message(parts);
    }

    private static String foreign(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = PLAIN.indexOf(c);
            char shown = at < 0 ? c : FOREIGN.charAt(at);
            out.append(shown);
            if ("aeiou".indexOf(c) >= 0) {
                out.append(shown);
            }
        }
        return out.toString();
    }
}
