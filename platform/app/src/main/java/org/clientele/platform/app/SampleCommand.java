package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.platform.runtime.LoadReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}: fills the workspace with the generated retailer. */
@Command(name = "sample", description = "${bundle:usage.sample}")
final class SampleCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(SampleCommand.class);

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "${bundle:option.sample.customers} ${DEFAULT-VALUE}.")
    int customers = SampleOptions.DEFAULT_CUSTOMERS;

    @Option(names = "--seed", paramLabel = "S", description = "${bundle:option.sample.seed} ${DEFAULT-VALUE}.")
    long seed = SampleOptions.DEFAULT_SEED;

    @Option(names = "--faultless", description = "${bundle:option.sample.faultless}")
    boolean faultless;

    @Option(names = "--truths", paramLabel = "FILE.json", description = "${bundle:option.sample.truths}")
    @Nullable
    Path truths;

    @Override
    int run(Workspace workspace, Session session) {
        SampleOptions options = new SampleOptions(customers, seed, faultless);
        Path copy = truths == null ? null : truths.toAbsolutePath().normalize();
        LoadReply reply = SampleLoad.into(session, options, copy, Progress.NONE, cancel());
        Path kept = copy == null ? workspace.directory().resolve(SampleLoad.TRUTHS_FILE) : copy;
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            reply.rowsByTable().forEach(o.putObject("rows")::put);
            o.put("customers", customers).put("seed", seed).put("faultless", faultless);
            o.put("truths", kept.toString()).put("seconds", reply.seconds());
            Json.write(out(), o);
            return ExitCode.DONE;
        }
        out().println(
                        reply.alreadyThere()
                                ? TEXTS.get("sample.sample_customers_workspace_already", String.valueOf(customers))
                                : TEXTS.get("sample.filled", String.format(Locale.ENGLISH, "%.1f", reply.seconds())));
        reply.rowsByTable()
                .forEach((table, rows) -> out().println(String.format(Locale.ENGLISH, "  %-20s %,12d", table, rows)));
        out().println(TEXTS.get("sample.what_was_planted", kept));
        return ExitCode.DONE;
    }
}
