package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page of the documentation that a benchmark writes; what stands around it is left as it is. */
record Section(Path file, String begin, String end) {

    /** One of a page in {@code docs}. */
    static Section ofDocs(String page, String name, String command) {
        return of(Path.of(System.getProperty("lockkeeper.root"), "docs", page), name, command);
    }

    /** The one that stands between marks of this name. */
    static Section of(Path page, String name, String command) {
        return new Section(
                page,
                "<!-- %s: what follows is written by %s -->".formatted(name, command),
                "<!-- %s: end -->".formatted(name));
    }

    /**
     * Writes it anew.
     *
     * @throws IOException when the file has not both marks, once each and in this order
     */
    void write(String content) throws IOException {
        String text = Files.readString(file);
        int first = text.indexOf(begin);
        int last = text.indexOf(end);
        if (first < 0 || last < first || text.lastIndexOf(begin) != first || text.lastIndexOf(end) != last) {
            throw new IOException("%s has not once %s and then %s".formatted(file, begin, end));
        }
        Files.writeString(
                file,
                text.substring(0, first + begin.length()) + "\n\n" + content.strip() + "\n\n" + text.substring(last));
    }
}
