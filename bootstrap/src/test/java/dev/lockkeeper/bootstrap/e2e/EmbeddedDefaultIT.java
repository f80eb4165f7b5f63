package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets who starts the service without any setting. */
class EmbeddedDefaultIT {

    private static final long RECORD = 5843104000000425565L;

    @TempDir
    private Path folder;

    @Test
    void locksARecordWithThePrintedCurlLineAndKeepsTheLockOverARestart() throws Exception {
        Path data = folder.resolve("data with spaces");
        String printed;
        Client client;
        try (ServiceProcess service = ServiceProcess.builder().on(data).start()) {
            client = service.clientWithPrintedToken();
            printed = service.output()
                    .lines()
                    .filter(line -> line.startsWith("curl "))
                    .findFirst()
                    .orElseThrow();
            assertThat(service.url()).startsWith("http://127.0.0.1:");

            assertThat(shell(printed + " -s -w ' %{http_code}'")).matches(Pattern.compile("""
                    \\{"data":\\[\\{"code":"SUCCESS","details":\\{"Modified_Time":"[-0-9]{10}T[:0-9]{8}\\+00:00",\
                    "Modified_By":\\{"name":"Administrator","id":"[0-9]{19}"},\
                    "Created_Time":"[-0-9]{10}T[:0-9]{8}\\+00:00","id":"[0-9]{19}",\
                    "Created_By":\\{"name":"Administrator","id":"[0-9]{19}"}},\
                    "message":"record added","status":"success"}]} 201"""));
            assertThat(service.stop()).as("exit status").isZero();
        }

        try (ServiceProcess service = ServiceProcess.builder().on(data).start()) {
            assertThat(service.output())
                    .as("the token is shown once")
                    .doesNotContain(client.token())
                    .doesNotContain("lk_");
            Client again = new Client(service.url(), client.token());
            HttpResponse<String> kept = again.list("Leads", RECORD);
            assertThat(kept.statusCode()).isEqualTo(200);
            assertThat(kept.body()).contains("\"Locked_Reason__s\":\"deal in progress\"");
        }
    }

    @Test
    void refusesASecondServiceOnTheSameDataFolder() {
        Path data = folder.resolve("data");
        try (ServiceProcess first = ServiceProcess.builder().on(data).start();
                ServiceProcess second = ServiceProcess.builder().on(data).launch()) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().lines())
                    .containsExactly("LOCKKEEPER_DATA_DIR: another Lockkeeper is running on " + data);
            assertThat(first.clientWithPrintedToken().lock("Leads", RECORD).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void listensOnLoopbackOnlyAndLetsNobodyIntoItsDatabaseWithoutThePassword() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.builder().on(data).start()) {
            assertThat(service.url()).startsWith("http://127.0.0.1:");
            assertThat(shell("cat '%s/postgresql/postmaster.pid'".formatted(data))
                            .lines()
                            .skip(5)
                            .findFirst())
                    .as("the address that PostgreSQL listens on")
                    .contains("127.0.0.1");
            assertThat(shell("grep -cE '^(host|local).*trust' '%s/postgresql/pg_hba.conf' || true".formatted(data)))
                    .isEqualToIgnoringWhitespace("0");
            assertThat(shell("stat -c %%a '%1$s' '%1$s/password'".formatted(data))
                            .lines())
                    .containsExactly("700", "600");
        }
    }

    @Test
    void acknowledgesNothingThatIsNotOnTheDisk() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess _ = ServiceProcess.builder().on(data).start()) {
            List<String> pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
            TestDatabase embedded = new TestDatabase(
                    "jdbc:postgresql://127.0.0.1:" + pid.get(3) + "/postgres",
                    "postgres",
                    Files.readString(data.resolve("password")));

            assertThat(embedded.number("""
                    select count(*) from pg_settings
                    where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'on'
                    """)).isEqualTo(3);
        }
    }

    private static String shell(String command) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command).isZero();
        return output;
    }
}
