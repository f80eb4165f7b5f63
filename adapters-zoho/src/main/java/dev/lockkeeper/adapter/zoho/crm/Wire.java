package dev.lockkeeper.adapter.zoho.crm;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP to one host: what came back, whatever it is. Blocks the caller's thread, for a bounded time. */
final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    /** Far above what Zoho answers: 200 modules with everything that is known of them. */
    private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

    /** Shorter than servers keep idle connections, so that none is used that is about to be closed. */
    private static final Duration IDLE_CONNECTIONS = Duration.ofSeconds(15);

    /** Longer than a read may take, which then says better what happened. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final String CREDITS_REMAINING = "X-API-CREDITS-REMAINING";

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final HttpClient client;
    private final BlockingHttpClient blocking;

    Wire(URI host, int connections, Duration timeout) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setExceptionOnErrorStatus(false);
        configuration.setFollowRedirects(false);
        // One call a connection: when it breaks, one call is lost.
        configuration.setAlpnModes(List.of(HttpVersionSelection.ALPN_HTTP_1));
        configuration.setConnectTimeout(timeout);
        configuration.setReadTimeout(timeout);
        configuration.setRequestTimeout(timeout.plus(GRACE));
        configuration.setConnectionPoolIdleTimeout(IDLE_CONNECTIONS);
        configuration.setMaxContentLength(MAX_ANSWER_BYTES);
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(connections);
        try {
            client = HttpClient.create(host.toURL(), configuration);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address", e);
        }
        blocking = client.toBlocking();
    }

    Heard send(MutableHttpRequest<?> request) {
        try {
            return heard(blocking.exchange(request, BYTES, BYTES));
        } catch (HttpClientResponseException e) {
            // So the client reports what is no success when it is told what such a body is.
            return heard(e.getResponse());
            // From here on the client has the request: whatever it throws, only some of it says that nothing was sent.
        } catch (RuntimeException e) {
            // Neither the message nor the cause: both may quote what was sent.
            LOG.debug("No answer: {}", e.getClass().getName());
            return isBeforeSending(e) ? new Heard.NoConnection() : new Heard.NoAnswer();
        }
    }

    private static Heard.Response heard(HttpResponse<?> response) {
        byte[] body = response.getBody(BYTES).orElse(null);
        return new Heard.Response(
                response.code(),
                body == null ? "" : new String(body, StandardCharsets.UTF_8),
                number(response.getHeaders().get(CREDITS_REMAINING)));
    }

    private static boolean isBeforeSending(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? null : Long.valueOf(text);
    }

    @Override
    public void close() {
        client.close();
    }
}
