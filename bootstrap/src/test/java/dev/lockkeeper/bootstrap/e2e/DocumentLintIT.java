package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API document, as it is served, under the rules of {@code src/test/node/document/redocly.yaml}. */
@NeedsNode
class DocumentLintIT {

    /** The linter is to look at the document only, and to tell nobody. */
    private static final Map<String, String> IN_PRIVATE =
            Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    @TempDir
    private Path folder;

    @Test
    void thereIsNothingWrongWithTheDocument() throws Exception {
        NodeFolder node = NodeFolder.install(folder, "src/test/node/document", "package.json", "redocly.yaml");
        try (ServiceProcess service =
                ServiceProcess.builder().on(TestDatabase.create()).start()) {
            String document = service.client().get("/openapi/lockkeeper.yaml").body();
            Files.writeString(folder.resolve("lockkeeper.yaml"), document);
        }

        String printed =
                node.run(IN_PRIVATE, "node", "node_modules/@redocly/cli/bin/cli.js", "lint", "lockkeeper.yaml");

        assertThat(printed).contains("Your API description is valid");
    }
}
