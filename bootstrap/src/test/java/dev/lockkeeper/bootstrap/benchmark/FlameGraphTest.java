package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlameGraphTest {

    @Test
    void drawsEachFrameAsWideAsItsPartAndALibraryAsOne() {
        String svg = FlameGraph.of(Stream.of(
                        "[loop-1 tid=7];io/netty/channel/nio/Loop.run;io/netty/channel/nio/Loop.read;"
                                + "dev/lockkeeper/adapter/rest/lock/Locks.take 3",
                        "[loop-2 tid=8];io/netty/channel/nio/Loop.run 1"))
                .svg("Locks & unlocks");

        assertThat(svg)
                .contains("<title>Locks &amp; unlocks, 4 samples, 100.0 %</title>")
                .containsOnlyOnce("<title>io.netty.channel, 100.0 %</title>")
                .containsOnlyOnce("<title>Locks.take, 75.0 %</title><rect x=\"0.0\"")
                .containsOnlyOnce("width=\"900.0\"");
    }

    @Test
    void leavesOutWhatIsTooNarrowToSee() {
        String svg = FlameGraph.of(Stream.of("main;seen 999", "main;hardly 1")).svg("");

        assertThat(svg).doesNotContain("hardly");
    }
}
