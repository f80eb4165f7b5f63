package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
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
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin || text.lastIndexOf(BEGIN) != begin || text.lastIndexOf(END) != end) {
            throw new IOException("%s has not once %s and then %s".formatted(file, BEGIN, END));
        }
        Files.writeString(
                file,
                text.substring(0, begin + BEGIN.length()) + "\n\n" + content.strip() + "\n\n" + text.substring(end));
    }
}
