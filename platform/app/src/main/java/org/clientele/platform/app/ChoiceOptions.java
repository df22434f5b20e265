package org.clientele.platform.app;

import java.util.Map;
import org.clientele.platform.runtime.Scope;
import picocli.CommandLine.Option;

/** What is chosen about the analyses of a dashboard. */
final class ChoiceOptions {
    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "${bundle:option.choice.parameters}")
    Map<String, String> parameters = Map.of();

    /** The scope with what was said. */
    Scope of(Scope scope) {
        return scope.chosen(parameters);
    }
}
