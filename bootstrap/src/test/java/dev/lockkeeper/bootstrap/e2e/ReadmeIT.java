package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executes the calls of the documentation one after the other, as they stand there, and compares their answers. */
class ReadmeIT {

    private static final Pattern CALL_AND_ANSWER =
            Pattern.compile("```sh\\n((?:(?!```).)*?)\\n```\\n\\n```json\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern CURL = Pattern.compile("\\bcurl ");
    private static final Pattern SPACE_OUTSIDE_STRINGS = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

    /** Where answers say the ids and secrets that later calls name. */
    private static final Map<String, Pattern> IDS = Map.of(
            "LOCK", Pattern.compile("\"Created_Time\":\"[^\"]*\",\"id\":\"([0-9]+)\""),
            "CONFIGURATION",
                    Pattern.compile("\"id\":\"([0-9]+)\"\\},\"message\":\"record locking configuration created"),
            "USER", Pattern.compile("\"id\":\"([0-9]+)\",\"name\":\"Nightly sync\""),
            "ISSUED", Pattern.compile("\"id\":\"([0-9]+)\",\"token\""),
            "CLIENT", Pattern.compile("\"client_id\":\"([0-9]+)\""),
            "SECRET", Pattern.compile("\"client_secret\":\"([^\"]+)\""),
            "REFRESH", Pattern.compile("\"refresh_token\":\"([^\"]+)\""));

    @TempDir
    private Path folder;

    @Test
    void everyCallOfTheReadmeAndOfTheOtherPagesAnswersAsItSays() throws Exception {
        try (ServiceProcess service =
                        ServiceProcess.builder().on(folder.resolve("data")).start();
                CheckingProxy proxy = new CheckingProxy(service.url())) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "LOCKKEEPER", proxy.url(),
                    "TOKEN", service.clientWithPrintedToken().token()));
            assertThat(executed("README.md", environment)).hasSize(7);
            assertThat(executed("docs/calls.md", environment)).hasSize(20);
            assertThat(executed("docs/decisions-api.md", environment)).hasSize(3);
            assertThat(proxy.exchanges()).hasSizeGreaterThanOrEqualTo(7 + 20 + 3);
        }
    }

    /** Executes the calls of a page, and remembers what later ones name. */
    private static List<String> executed(String page, Map<String, String> environment) throws Exception {
        String text = Files.readString(Path.of(System.getProperty("lockkeeper.root"), page));
        List<String> calls = new ArrayList<>();
        for (Matcher matcher = CALL_AND_ANSWER.matcher(text); matcher.find(); ) {
            String answer = execute(matcher.group(1), environment);
            IDS.forEach((name, pattern) -> {
                Matcher id = pattern.matcher(answer);
                if (id.find()) {
                    environment.put(name, id.group(1));
                }
            });
            assertThat(comparable(answer)).as(matcher.group(1)).isEqualTo(comparable(matcher.group(2)));
            calls.add(matcher.group(1));
        }
        return calls;
    }

    private static String execute(String call, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "bash", "-c", "set -o pipefail; " + CURL.matcher(call).replaceAll("curl -sS "));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(call).isZero();
        return answer;
    }

    /** The answer without white space, and with the ids, secrets and times that differ from run to run taken out. */
    private static String comparable(String json) {
        return SPACE_OUTSIDE_STRINGS
                .matcher(json)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)))
                .replaceAll("\"17770000000010[0-9]{5}\"", "\"an id\"")
                .replaceAll("\"lk[rs]?_[^\"]+\"", "\"a secret\"")
                .replaceAll("\"http://[^/\"]+", "\"an address")
                .replaceAll("\"revision\":[0-9]+", "\"revision\":a number")
                .replaceAll("\"[-0-9]{10}T[:0-9]{8}(\\.[0-9]{1,6})?(Z|\\+00:00)\"", "\"a time\"");
    }
}
