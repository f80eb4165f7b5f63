package dev.lockkeeper.bootstrap.e2e;

import dev.lockkeeper.bootstrap.document.DocumentCheck;
import dev.lockkeeper.bootstrap.document.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls the service as its clients do.
 *
 * @param checked whether every exchange is held against the API document
 */
public record Client(String url, String token, boolean checked) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ID = Pattern.compile("\"Created_Time\":\"[^\"]*\",\"id\":\"([0-9]+)\"");

    Client(String url, String token) {
        this(url, token, true);
    }

    /** One that takes no time of its own, for measurements. */
    public Client unchecked() {
        return new Client(url, token, false);
    }

    public HttpResponse<String> lock(String module, long record) {
        return lock(module, record, "end to end");
    }

    HttpResponse<String> lock(String module, long record, String reason) {
        return send("POST", path(module, record), "{\"data\":[{\"Locked_Reason__s\":\"" + reason + "\"}]}");
    }

    HttpResponse<String> list(String module, long record) {
        return send("GET", path(module, record) + "?fields=Locked_Reason__s,Locked_For__s", "");
    }

    public HttpResponse<String> unlock(String module, long record, String lock) {
        return send("DELETE", path(module, record) + "/" + lock, "");
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(request(method, path, body).build(), path, body);
    }

    /** Sends what {@link #request} made, with headers of a test's own. */
    HttpResponse<String> send(HttpRequest request, String path, String body) {
        HttpResponse<String> answer = sendUnchecked(request);
        if (checked) {
            DocumentCheck.PACKAGED.verify(new Exchange(
                    request.method(),
                    path,
                    request.headers().map(),
                    body.getBytes(StandardCharsets.UTF_8),
                    answer.statusCode(),
                    answer.headers().map(),
                    answer.body().getBytes(StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private static HttpResponse<String> sendUnchecked(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Zoho-oauthtoken " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    static String path(String module, long record) {
        return "/crm/v8/" + module + "/" + record + "/Locking_Information__s";
    }

    /** The id of the lock that an answer says was made. */
    public static String lockId(HttpResponse<String> answer) {
        Matcher matcher = ID.matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError("No lock in " + answer.statusCode() + " " + answer.body());
        }
        return matcher.group(1);
    }
}
