package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocksSectionTest {

    @TempDir
    private Path folder;

    @Test
    void replacesWhatStandsBetweenItsMarksAndNothingElse() throws IOException {
        Path file = page("Before.\n\n" + LocksSection.BEGIN + "\n\nOld.\n\n" + LocksSection.END + "\n\nBehind.\n");

        new LocksSection(file).write("New.\n");
        new LocksSection(file).write("Newer.");

        assertThat(file)
                .hasContent("Before.\n\n" + LocksSection.BEGIN + "\n\nNewer.\n\n" + LocksSection.END + "\n\nBehind.\n");
    }

    @Test
    void writesNothingWhereItsMarksAreNotThere() throws IOException {
        Path file = page(LocksSection.END + LocksSection.BEGIN);

        assertThatThrownBy(() -> new LocksSection(file).write("New.")).isInstanceOf(IOException.class);
        assertThat(file).hasContent(LocksSection.END + LocksSection.BEGIN);
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }
}
