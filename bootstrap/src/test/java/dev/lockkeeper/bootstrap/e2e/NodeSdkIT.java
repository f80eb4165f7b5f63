package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Zoho's own Node SDK, as published, against the service, which answers it as the API document says. What it does stands
 * in {@code src/test/node/sdk/locking.mjs}. Left out, and reported so with the reason, where there is no Node; {@code
 * LOCKKEEPER_REQUIRE_NODE=true} has it fail then.
 */
@NeedsNode
class NodeSdkIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path sdk;

    private static NodeFolder node = new NodeFolder(Path.of("not installed"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        node = NodeFolder.install(sdk, "src/test/node/sdk", "package.json", "locking.mjs");
    }

    @Test
    void zohosNodeSdkLocksShowsChangesAndUnlocksARecord() throws Exception {
        try (ServiceProcess service = service();
                CheckingProxy proxy = new CheckingProxy(service.url())) {
            String printed = node.run(
                    Map.of("LOCKKEEPER_URL", proxy.url(), "LOCKKEEPER_TOKEN", ServiceProcess.TOKEN),
                    "node",
                    "locking.mjs");

            assertThat(printed).endsWith("10 passed, 0 failed\n");
            assertThat(proxy.exchanges()).hasSizeGreaterThan(10).doesNotContain("POST /oauth/v2/token");
        }
    }

    @Test
    void zohosNodeSdkGetsItsAccessTokenFromTheServiceAndThenLocks() throws Exception {
        try (ServiceProcess service = service();
                CheckingProxy proxy = new CheckingProxy(service.url())) {
            JsonNode client = registered(service.client());

            String printed = node.run(
                    Map.of(
                            "LOCKKEEPER_URL", proxy.url(),
                            "LOCKKEEPER_CLIENT_ID", client.path("client_id").asText(),
                            "LOCKKEEPER_CLIENT_SECRET",
                                    client.path("client_secret").asText(),
                            "LOCKKEEPER_REFRESH_TOKEN",
                                    client.path("refresh_token").asText()),
                    "node",
                    "locking.mjs");

            assertThat(printed).endsWith("10 passed, 0 failed\n");
            assertThat(proxy.exchanges()).startsWith("POST /oauth/v2/token").containsOnlyOnce("POST /oauth/v2/token");
        }
    }

    private ServiceProcess service() {
        return ServiceProcess.builder()
                .on(folder.resolve("data"))
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .start();
    }

    /** A client of the administrator's, with the scopes that the SDK's calls need and no others. */
    private static JsonNode registered(Client administrator) throws IOException {
        JsonNode users = JSON.readTree(administrator.get("/api/v1/users").body());
        return JSON.readTree(administrator
                .send("POST", "/api/v1/clients", """
                        {"name":"Node SDK","user_id":"%s","scopes":["ZohoCRM.modules.ALL",
                         "ZohoCRM.modules.lockinginformation.ALL","ZohoCRM.settings.modules.READ",
                         "ZohoCRM.settings.fields.READ"]}""".formatted(
                                users.at("/items/0/id").asText()))
                .body());
    }
}
