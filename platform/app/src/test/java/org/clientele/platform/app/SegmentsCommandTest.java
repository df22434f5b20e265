package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsCommandTest extends CommandTest {
    @Test
    void mistakesAreSaidWithWhatToWrite() {
        assertThat(run("segments").out())
                .contains("No segmentations or scores yet. Publish one: segments publish ANALYSIS");
        assertThat(run("segments", "burn").err()).contains("list, publish, apply");
        assertThat(run("segments", "publish", "x").err()).contains("--name NAME");
        assertThat(run("segments", "publish", "x", "--name", "X").exit()).isEqualTo(ExitCode.FAILED);
        assertThat(run("segments", "show", "x").err())
                .contains("There is no published segmentation \"x\". None was published yet.");
        assertThat(run("segments", "apply").out()).contains("in their segments and have their scores already");
        assertThat(run("query", "revenue", "--by", "segment.x").err()).contains("None was published yet.");
        assertThat(run("--json", "segments", "list").json()).isEmpty();
    }
}
