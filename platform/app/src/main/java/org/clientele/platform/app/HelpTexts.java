package org.clientele.platform.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.clientele.sdk.text.Texts;
import picocli.CommandLine;

/** What help says: annotations name its texts as {@code ${bundle:key}}, and picocli asks for those that it prints. */
final class HelpTexts extends ResourceBundle {
    private static final Texts TEXTS = Texts.of(HelpTexts.class);

    /** Lets a command and all below it say their help in the language in force. */
    static void into(CommandLine line) {
        line.setResourceBundle(new HelpTexts());
        headings(line);
    }

    private static void headings(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading("${bundle:usage.heading} ")
                .commandListHeading("${bundle:commands.heading}%n");
        line.getSubcommands().values().forEach(HelpTexts::headings);
    }

    /** Picocli takes what it prints for a format, but for what options do. */
    @Override
    protected Object handleGetObject(String key) {
        String text = TEXTS.get(key);
        return key.startsWith("option.") ? text : text.replace("%", "%%");
    }

    /** None: picocli would look for texts of its own naming among them, for each option of each command. */
    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }
}
