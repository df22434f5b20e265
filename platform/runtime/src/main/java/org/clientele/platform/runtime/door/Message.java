package org.clientele.platform.runtime.door;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/**
 * What is said at the door. The caller says hello and is welcomed; then it asks for one thing. Nothing that it says
 * afterwards is heard; when it goes, what it asked for is cancelled.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Message.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = Message.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Message.Show.class, name = "show"),
    @JsonSubTypes.Type(value = Message.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Message.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Message.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Message.Gone.class, name = "gone")
})
sealed interface Message {
    /** Another protocol gets another number. The shapes of {@link Hello} and {@link Welcome} stay for ever. */
    int PROTOCOL = 1;

    /** The caller's first word. */
    record Hello(int protocol, String version) implements Message {
        public Hello {
            Objects.requireNonNull(version);
        }
    }

    /**
     * The holder's first word.
     *
     * @param leaving whether it is about to let the workspace go, and takes nothing more on
     */
    record Welcome(int protocol, Holder holder, boolean leaving) implements Message {
        public Welcome {
            Objects.requireNonNull(holder);
        }
    }

    /** Asks for a command. */
    record Run(ForwardedCommand command) implements Message {
        public Run {
            Objects.requireNonNull(command);
        }
    }

    /** Asks the window to come to the front. */
    record Show() implements Message {}

    /** The command is being run: from now on it may have had effects. */
    record Begun() implements Message {}

    /** What the command prints, on standard output or standard error. */
    record Text(boolean error, String text) implements Message {
        public Text {
            Objects.requireNonNull(text);
        }
    }

    /** It is done, with this exit code. */
    record Done(int exit) implements Message {}

    /** The holder lets the workspace go. If the command had begun, it was cancelled. */
    record Gone() implements Message {}
}
