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

/** Executes the calls of the README one after the other, as they stand there, and compares their answers. */
class ReadmeIT {

    private static final Pattern CALL_AND_ANSWER =
            Pattern.compile("```sh\\n(curl .*?)\\n```\\n\\n```json\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern SPACE_OUTSIDE_STRINGS = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

    @TempDir
    private Path folder;

    @Test
    void everyCallOfTheReadmeAnswersAsItSays() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("lockkeeper.root"), "README.md"));
        List<String> calls = new ArrayList<>();
        try (ServiceProcess service =
                ServiceProcess.builder().on(folder.resolve("data")).start()) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "LOCKKEEPER", service.url(),
                    "TOKEN", service.clientWithPrintedToken().token()));
            for (Matcher matcher = CALL_AND_ANSWER.matcher(readme); matcher.find(); ) {
                String answer = execute(matcher.group(1), environment);
                Matcher lock = Pattern.compile("\"Created_Time\":\"[^\"]*\",\"id\":\"([0-9]+)\"")
                        .matcher(answer);
                if (lock.find()) {
                    environment.put("LOCK", lock.group(1));
                }
                assertThat(comparable(answer)).as(matcher.group(1)).isEqualTo(comparable(matcher.group(2)));
                calls.add(matcher.group(1));
            }
        }
        assertThat(calls).as("calls with an answer").hasSize(6);
    }

    private static String execute(String call, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", call.replaceFirst("^curl", "curl -sS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(call).isZero();
        return answer;
    }

    /** The answer without white space, and with the ids and times that differ from run to run taken out. */
    private static String comparable(String json) {
        return SPACE_OUTSIDE_STRINGS
                .matcher(json)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)))
                .replaceAll("\"17770000000010[0-9]{5}\"", "\"an id\"")
                .replaceAll("\"[-0-9]{10}T[:0-9]{8}(\\.[0-9]{1,6})?(Z|\\+00:00)\"", "\"a time\"");
    }
}
