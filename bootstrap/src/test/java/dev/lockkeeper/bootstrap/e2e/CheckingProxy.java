package dev.lockkeeper.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockkeeper.bootstrap.document.DocumentCheck;
import dev.lockkeeper.bootstrap.document.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Stands before a service for programs that are not tests, and holds what they exchange against the API document. */
final class CheckingProxy implements AutoCloseable {

    /** What a connection says of itself, and Java's client says by itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<AssertionError> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> exchanges = new ConcurrentLinkedQueue<>();
    private final String service;
    private final HttpServer server;

    CheckingProxy(String service) throws IOException {
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handOn);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Methods and paths of the requests that came by, in their order. */
    List<String> exchanges() {
        return List.copyOf(exchanges);
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestURI().toString();
            HttpResponse<byte[]> answer = send(exchange, target, body);
            check(new Exchange(
                    exchange.getRequestMethod(),
                    target,
                    exchange.getRequestHeaders(),
                    body,
                    answer.statusCode(),
                    answer.headers().map(),
                    answer.body()));
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, String target, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + target))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void check(Exchange exchange) {
        exchanges.add(exchange.method() + " " + exchange.target().replaceFirst("[?].*", ""));
        try {
            DocumentCheck.PACKAGED.verify(exchange);
        } catch (AssertionError e) {
            faults.add(e);
        }
    }

    /**
     * Ends it.
     *
     * @throws AssertionError with the first exchange that the document does not allow
     */
    @Override
    public void close() {
        server.stop(0);
        client.close();
        List<AssertionError> found = List.copyOf(faults);
        if (!found.isEmpty()) {
            throw found.getFirst();
        }
    }
}
