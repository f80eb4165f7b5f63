package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of locks runs through, in its short form; how fast anything was is not looked at. */
class QuickBenchmarkIT {

    @TempDir
    private Path folder;

    @Test
    void printsHowTheServiceComparesWithPostgresql() throws Exception {
        String printed = LockBenchmark.measure(folder.resolve("data"), Plan.QUICK, false);

        String ratio = " [0-9,.]+ a second ÷ [0-9,.]+ a second = [0-9.]+ ";
        assertThat(printed)
                .containsPattern("lock and unlock, 1 connection: service ÷ pgbench \\|" + ratio)
                .containsPattern("lock and unlock, 64 connections: service ÷ pgbench \\|" + ratio)
                .containsPattern(
                        "half of the highest rate: service ÷ pgbench \\| [0-9.]+ ms ÷ [0-9.]+ ms = [0-9.]+ \\| at most 3")
                .containsPattern("reading a lock, 64 connections ÷ constant route of [0-9]+ bytes \\|" + ratio)
                .containsPattern("single decisions, 64 connections ÷ constant route of [0-9]+ bytes \\|" + ratio)
                .containsPattern("decisions in batches of 1,000 \\| [0-9,]+ decisions a second");
    }
}
