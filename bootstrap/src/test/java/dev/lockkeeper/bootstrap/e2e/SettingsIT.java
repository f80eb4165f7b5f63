package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong setting stops the start with one line that names it, and never a stack trace. {@code SettingsTest} and {@code
 * ZohoSettingsTest} have all that need no start.
 */
class SettingsIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCKKEEPER_AUTHORITY       | elsewhere
            LOCKKEEPER_ADMIN_TOKEN     | tokén
            MICRONAUT_SERVER_PORT      | 65536
            DATASOURCES_DEFAULT_URL    | jdbc:mysql://localhost/x
            DATASOURCES_DEFAULT_URL    | jdbc:postgresql://127.0.0.1:1/nobody-listens
            DATASOURCES_DEFAULT_URL    | jdbc:postgresql://
            MICRONAUT_SERVER_HOST      | 192.0.2.1
            LOCKKEEPER_TIME_ZONE       | ''
            LOCKKEEPER_LIMITS_BURST    | 0
            MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL | login.example.com
            MICRONAUT_SERVER_HTTP_VERSION | 2.0
            MICRONAUT_SERVER_SSL_ENABLED | yes
            """)
    void refusesAWrongValue(String setting, String value) {
        assertRefused(
                setting, ServiceProcess.builder().on(folder.resolve("data")).with(setting, value));
    }

    @Test
    void refusesAPasswordWithoutAUrl() {
        assertRefused(
                "DATASOURCES_DEFAULT_URL",
                ServiceProcess.builder()
                        .on(folder.resolve("data"))
                        .with("DATASOURCES_DEFAULT_PASSWORD", "secret-word"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCKKEEPER_OIDC_ALGORITHMS                               | none
            """)
    void refusesAnIdentityProviderThatIsHalfConfigured(String setting, String value) {
        assertRefused(
                setting,
                ServiceProcess.builder()
                        .on(folder.resolve("data"))
                        .with("MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL", "https://login.example/keys")
                        .with("MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_ISSUER", "https://login.example")
                        .with("MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_AUDIENCE", "lockkeeper")
                        .with("LOCKKEEPER_OIDC_PROFILE_CLAIM", "groups")
                        .with("LOCKKEEPER_OIDC_PROFILES", "crm-admins=Administrator")
                        .with(setting, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ZOHO_DATA_CENTER                 | ''
            LOCKKEEPER_ZOHO_BACKGROUND_SHARE | 80%
            """)
    void refusesZohoThatIsHalfOrWronglyConfigured(String setting, String value) {
        assertRefused(
                setting,
                ServiceProcess.builder()
                        .on(folder.resolve("data"))
                        .with("LOCKKEEPER_AUTHORITY", "zoho")
                        .with("ZOHO_DATA_CENTER", "eu")
                        .with("ZOHO_CLIENT_ID", "1000.CLIENT")
                        .with("ZOHO_CLIENT_SECRET", "secret-word")
                        .with("ZOHO_REFRESH_TOKEN", "1000.refresh")
                        .with(setting, value));
    }

    @Test
    void refusesADatabaseThatCountsBytes() {
        TestDatabase server = TestDatabase.create();
        server.execute(
                "create database bytes_of_" + server.name() + " template template0 encoding 'SQL_ASCII' locale 'C'");
        TestDatabase bytes = server.sibling("bytes_of_" + server.name());
        try {
            assertRefused("DATASOURCES_DEFAULT_URL", ServiceProcess.builder().on(bytes));
        } finally {
            server.execute("drop database bytes_of_" + server.name());
        }
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused("LOCKKEEPER_DATA_DIR", ServiceProcess.builder().on(file));
    }

    @Test
    void refusesADataFolderThatHoldsSomethingElse() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("data/postgresql"));
        Path kept = Files.writeString(foreign.resolve("somebody-elses-file"), "kept");

        assertRefused("LOCKKEEPER_DATA_DIR", ServiceProcess.builder().on(folder.resolve("data")));

        assertThat(kept).hasContent("kept");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "MICRONAUT_SERVER_PORT",
                    ServiceProcess.builder()
                            .on(folder.resolve("data"))
                            .with("MICRONAUT_SERVER_PORT", Integer.toString(taken.getLocalPort())));
        }
    }

    private static void assertRefused(String setting, ServiceProcess.Builder builder) {
        try (ServiceProcess service = builder.launch()) {
            assertThat(service.exitCode()).as(service.output()).isEqualTo(1);
            assertThat(service.output().lines().filter(line -> !line.matches(".* (INFO|WARN) .*")))
                    .singleElement()
                    .asString()
                    .matches("([A-Z_]+, )?" + setting + "(, [A-Z_]+)?: .*")
                    .doesNotContain("secret-word");
            assertThat(service.output()).doesNotContain("Exception", "\tat ");
        }
    }
}
