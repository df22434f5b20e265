package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.clientele.platform.runtime.LoadReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.sdk.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}: fills the workspace with the generated retailer. */
@Command(name = "sample", description = "Fill the workspace with a generated sample retailer.")
final class SampleCommand extends WorkspaceCommand {
    @Option(names = "--customers", paramLabel = "N", description = "How many customers. Default: ${DEFAULT-VALUE}.")
    int customers = SampleOptions.DEFAULT_CUSTOMERS;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same rows. Default: ${DEFAULT-VALUE}.")
    long seed = SampleOptions.DEFAULT_SEED;

    @Override
    int run(Workspace workspace, Session session) {
        LoadReply reply = SampleLoad.into(session, new SampleOptions(customers, seed), Progress.NONE, cancel());
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            reply.rowsByTable().forEach(o.putObject("rows")::put);
            o.put("customers", customers).put("seed", seed).put("seconds", reply.seconds());
            Json.write(out(), o);
        } else {
            out().println(
                            reply.alreadyThere()
                                    ? "The sample of " + customers + " customers is in the workspace already."
                                    : "Filled the workspace with the sample retailer: " + reply.rowsByTable() + ".");
        }
        return ExitCode.DONE;
    }
}
