package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Load by wrk, which takes little of the cores that it shares with the service. Connections are kept alive. */
final class Wrk {

    private static final Pattern DONE =
            Pattern.compile("done: (\\d+) requests, (\\d+) us, (\\d+) refused, (\\d+) lost");

    /** Of wrk's own; what takes longer is an error. */
    private static final String TIMEOUT = "30s";

    private final Path script;
    private final String url;
    private final String token;
    private long sent;
    private long refused;

    /**
     * @param script the file for it, which is written anew for each run
     * @param token that requests carry which take one
     */
    Wrk(Path script, String url, String token) {
        this.script = script;
        this.url = url;
        this.token = token;
    }

    /**
     * What is sent again and again.
     *
     * @param what it is called in what is printed
     * @param body null for a GET
     */
    record Request(
            String what,
            String path,
            boolean withToken,
            @Nullable String body) {}

    /**
     * Sends a request as often as it is answered.
     *
     * @return answers a second
     * @throws IllegalStateException when one does not come
     */
    double perSecond(Request request, int connections, Duration time) {
        String printed = run(request, connections, time);
        Matcher done = DONE.matcher(printed);
        if (!done.find() || number(done, 1) == 0 || number(done, 4) > 0) {
            throw new IllegalStateException(request.what() + ": " + printed);
        }
        sent += number(done, 1);
        refused += number(done, 3);
        return number(done, 1) / (number(done, 2) / 1e6);
    }

    private static long number(Matcher done, int group) {
        return Long.parseLong(done.group(group));
    }

    /** How many requests have been answered so far. */
    long sent() {
        return sent;
    }

    /** How many of these answers were no successes. */
    long refused() {
        return refused;
    }

    private String run(Request request, int connections, Duration time) {
        try {
            Files.writeString(script, lua(request));
            Process process = new ProcessBuilder(
                            "wrk",
                            "--threads=" + Math.min(2, connections),
                            "--connections=" + connections,
                            "--duration=" + time.toSeconds() + "s",
                            "--timeout=" + TIMEOUT,
                            "--script=" + script,
                            url + request.path())
                    .redirectErrorStream(true)
                    .start();
            try (var output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("wrk, of the Debian package of this name, is needed", e);
        }
    }

    /** wrk makes the request of these once, and runs no Lua for each. */
    private String lua(Request request) {
        StringBuilder lua = new StringBuilder();
        if (request.withToken()) {
            lua.append("wrk.headers['Authorization'] = 'Bearer %s'\n".formatted(token));
        }
        if (request.body() != null) {
            lua.append("wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\n");
            lua.append("wrk.body = [==[").append(request.body()).append("]==]\n");
        }
        return lua.append("""
                done = function(summary, latency, requests)
                  local e = summary.errors
                  print(string.format('done: %d requests, %d us, %d refused, %d lost', summary.requests,
                    summary.duration, e.status, e.connect + e.read + e.write + e.timeout))
                end
                """).toString();
    }
}
