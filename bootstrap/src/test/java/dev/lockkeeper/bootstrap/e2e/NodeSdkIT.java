package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Zoho's own Node SDK, as published, against the service. What it does stands in {@code src/test/node/locking.mjs}. Left
 * out, and reported so with the reason, where there is no Node; {@code LOCKKEEPER_REQUIRE_NODE=true} has it fail then.
 */
@NeedsNode
class NodeSdkIT {

    @TempDir
    private Path folder;

    @Test
    void zohosNodeSdkLocksShowsChangesAndUnlocksARecord() throws Exception {
        for (String file : List.of("package.json", "locking.mjs")) {
            Files.copy(Path.of("src/test/node", file), folder.resolve(file));
        }
        run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error");

        try (ServiceProcess service = ServiceProcess.builder()
                .on(folder.resolve("data"))
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .start()) {
            String printed = run(
                    Map.of("LOCKKEEPER_URL", service.url(), "LOCKKEEPER_TOKEN", ServiceProcess.TOKEN),
                    "node",
                    "locking.mjs");

            assertThat(printed).endsWith("10 passed, 0 failed\n");
        }
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        File output = folder.resolve("output").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        String printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        assertThat(exit).as(printed).isZero();
        return printed;
    }
}
