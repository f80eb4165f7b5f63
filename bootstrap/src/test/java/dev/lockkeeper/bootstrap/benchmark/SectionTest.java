package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTest {

    private static final String BEGIN = "<!-- figures: what follows is written by the/command -->";
    private static final String END = "<!-- figures: end -->";

    @TempDir
    private Path folder;

    @Test
    void replacesWhatStandsBetweenItsMarksAndNothingElse() throws IOException {
        Path file = page("Before.\n\n" + BEGIN + "\n\nOld.\n\n" + END + "\n\nBehind.\n");

        section(file).write("New.\n");
        section(file).write("Newer.");

        assertThat(file).hasContent("Before.\n\n" + BEGIN + "\n\nNewer.\n\n" + END + "\n\nBehind.\n");
    }

    @Test
    void writesNothingWhereItsMarksAreNotThere() throws IOException {
        Path file = page(END + BEGIN);

        assertThatThrownBy(() -> section(file).write("New.")).isInstanceOf(IOException.class);
        assertThat(file).hasContent(END + BEGIN);
    }

    private static Section section(Path page) {
        return Section.of(page, "figures", "the/command");
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }
}
