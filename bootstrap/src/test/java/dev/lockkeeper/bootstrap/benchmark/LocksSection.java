package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** The part of docs/benchmarks.md that is written by {@link LockBenchmark}; what stands around it is left as it is. */
record LocksSection(Path file) {

    static final String BEGIN = "<!-- locks: what follows is written by bootstrap/benchmark/run -->";
    static final String END = "<!-- locks: end -->";

    /**
     * Writes it anew.
     *
     * @throws IOException when the file has not both marks, once each and in this order
     */
    void write(String content) throws IOException {
        new Section(file, BEGIN, END).write(content);
    }
}
