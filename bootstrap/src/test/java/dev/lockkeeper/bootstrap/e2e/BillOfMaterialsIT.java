package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials beside the jar names what is shipped, byte for byte, and nothing else. */
class BillOfMaterialsIT {

    private static final Path TARGET =
            Path.of(System.getProperty("lockkeeper.jar")).resolveSibling("");
    private static final Pattern SHA_256 =
            Pattern.compile("\"alg\"\\s*:\\s*\"SHA-256\",\\s*\"content\"\\s*:\\s*\"([0-9a-f]{64})\"");

    @Test
    void namesEveryLibraryThatIsShipped() throws IOException, GeneralSecurityException {
        List<String> named = hashes(components());
        Set<String> shipped = new TreeSet<>();
        for (Path library : libraries()) {
            shipped.add(sha256(library));
        }

        assertThat(shipped).hasSizeGreaterThan(50);
        assertThat(named).containsExactlyInAnyOrderElementsOf(shipped);
    }

    @Test
    void isTheSameForTheSameBuild() throws IOException {
        assertThat(bill()).doesNotContain("\"serialNumber\"", "\"timestamp\"", System.getProperty("user.home"));
    }

    private static List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
            return files.toList();
        }
    }

    private static String bill() throws IOException {
        return Files.readString(TARGET.resolve("lockkeeper.cdx.json"));
    }

    /** What stands behind the description of the bill itself, which names the tool that made it. */
    private static String components() throws IOException {
        String bill = bill();
        return bill.substring(bill.indexOf("\n  \"components\""));
    }

    private static List<String> hashes(String text) {
        return SHA_256.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
