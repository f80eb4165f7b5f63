package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Zoho's own Node SDK, as published, against the service, which answers it as the API document says. What it does stands in {@code src/test/node/sdk/locking.mjs}. Left
 * out, and reported so with the reason, where there is no Node; {@code LOCKKEEPER_REQUIRE_NODE=true} has it fail then.
 */
@NeedsNode
class NodeSdkIT {

    @TempDir
    private Path folder;

    @Test
    void zohosNodeSdkLocksShowsChangesAndUnlocksARecord() throws Exception {
        NodeFolder node = NodeFolder.install(folder, "src/test/node/sdk", "package.json", "locking.mjs");

        try (ServiceProcess service = ServiceProcess.builder()
                        .on(folder.resolve("data"))
                        .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                        .start();
                CheckingProxy proxy = new CheckingProxy(service.url())) {
            String printed = node.run(
                    Map.of("LOCKKEEPER_URL", proxy.url(), "LOCKKEEPER_TOKEN", ServiceProcess.TOKEN),
                    "node",
                    "locking.mjs");

            assertThat(printed).endsWith("10 passed, 0 failed\n");
            assertThat(proxy.exchanges()).isGreaterThan(10);
        }
    }
}
