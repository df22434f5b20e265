package org.clientele.platform.runtime.door;

import java.util.List;
import java.util.Objects;

/**
 * A command line of another process.
 *
 * @param arguments as they were given, without the program's name
 * @param directory the absolute path that relative ones start from
 * @param terminal whether a person watches it, so that progress is worth telling
 */
public record ForwardedCommand(List<String> arguments, String directory, boolean terminal) {
    public ForwardedCommand {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(directory);
    }
}
