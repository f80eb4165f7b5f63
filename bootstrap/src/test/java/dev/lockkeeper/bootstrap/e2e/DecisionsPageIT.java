package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program of the page about decisions is the one that is tried out here. */
class DecisionsPageIT {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of(System.getProperty("lockkeeper.root"));
    private static final List<String> FIELDS = List.of("Company");

    @Test
    void thePageShowsTheGuardAsItIs() throws Exception {
        Matcher shown = JAVA.matcher(Files.readString(ROOT.resolve("docs/decisions-api.md")));
        assertThat(shown.find()).isTrue();

        assertThat(Files.readString(
                        ROOT.resolve("bootstrap/src/test/java/dev/lockkeeper/bootstrap/e2e/LockGuard.java")))
                .endsWith("\n" + shown.group(1));
    }

    @Test
    void theGuardTellsNoFromDoNotKnow() throws Exception {
        TestDatabase database = TestDatabase.create();
        URI address;
        try (ServiceProcess service = ServiceProcess.builder().on(database).start()) {
            Given.configuration(service.client(), "Leads", "manual");
            service.client().lock("Leads", 1);
            address = URI.create(service.url());
            LockGuard guard = new LockGuard(address, ServiceProcess.TOKEN);

            assertThat(guard.mayUpdate("1", "Leads", "1", FIELDS)).isEqualTo(LockGuard.Answer.LOCKED);
            assertThat(guard.mayUpdate("1", "Leads", "2", FIELDS)).isEqualTo(LockGuard.Answer.GO_AHEAD);
        }
        assertThat(new LockGuard(address, ServiceProcess.TOKEN).mayUpdate("1", "Leads", "1", FIELDS))
                .isEqualTo(LockGuard.Answer.NOT_KNOWN);
    }
}
