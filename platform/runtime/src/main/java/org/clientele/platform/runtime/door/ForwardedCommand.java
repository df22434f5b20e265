package org.clientele.platform.runtime.door;

import java.util.List;
import java.util.Objects;

/**
 * A command line of another process.
 *
 * @param arguments as they were given, without the program's name
 * @param directory the absolute path that relative ones start from
 * @param terminal whether a person watches it, so that progress is worth telling
 * @param endless whether it only ends when somebody stops it, so that nobody waits for its end; it goes on elsewhere
 */
public record ForwardedCommand(List<String> arguments, String directory, boolean terminal, boolean endless) {
    /** One that ends by itself. */
    public ForwardedCommand(List<String> arguments, String directory, boolean terminal) {
        this(arguments, directory, terminal, false);
    }

    public ForwardedCommand {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(directory);
    }
}
