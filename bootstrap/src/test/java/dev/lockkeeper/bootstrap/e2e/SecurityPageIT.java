package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about security names tests that there are, and leaves out none of OWASP's ten. */
class SecurityPageIT {

    private static final Path ROOT = Path.of(System.getProperty("lockkeeper.root"));
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|Contract))`");

    @Test
    void namesTestsThatThereAre() throws IOException {
        Set<String> named = new TreeSet<>();
        TEST.matcher(page()).results().forEach(match -> named.add(match.group(1)));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void leavesOutNone() throws IOException {
        assertThat(page())
                .contains(IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> "\n## API" + number + ": ")
                        .toList());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
