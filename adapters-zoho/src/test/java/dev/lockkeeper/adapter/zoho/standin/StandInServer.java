package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.RecordId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The sockets of the stand-in: one thread each, one request after the other. */
final class StandInServer implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final long NO_CREDITS_COUNTED = -1;

    /** What is done when a call gets through. */
    private interface Doing {
        Outgoing happen();
    }

    private final ServerSocket listening;
    private final Words words;
    private final TokenDesk tokens;
    private final Notices notices;
    private final FaultPlan plan;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> outOfScope = ConcurrentHashMap.newKeySet();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicLong used = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration latency = Duration.ZERO;
    private volatile Duration slowness = Duration.ofMillis(150);
    private volatile Duration lateness = Duration.ofMillis(600);
    private volatile int concurrency = Integer.MAX_VALUE;
    private volatile long credits = NO_CREDITS_COUNTED;

    StandInServer(int port, Words words, TokenDesk tokens, Notices notices, FaultPlan plan) throws IOException {
        this.words = words;
        this.tokens = tokens;
        this.notices = notices;
        this.plan = plan;
        this.listening = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().name("zoho-stand-in").start(this::accept);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            boolean goesOn = true;
            while (goesOn) {
                Incoming request = Incoming.read(in);
                goesOn = request != null && answer(request, socket, in, out);
            }
        } catch (IOException _) {
            // The client has gone, which is what some tests make it do.
            return;
        } finally {
            open.remove(socket);
        }
    }

    /** Whether the connection can take another request. */
    private boolean answer(Incoming request, Socket socket, InputStream in, OutputStream out) throws IOException {
        boolean forToken = request.path().equals(List.of("oauth", "v2", "token"));
        String kind = forToken ? ZohoStandIn.TOKEN : Words.kindOf(request);
        received.add(kind);
        int now = underWay.incrementAndGet();
        try {
            mostAtOnce.accumulateAndGet(now, Math::max);
            pause(latency);
            if (!forToken) {
                used.incrementAndGet();
            }
            Fault fault = plan.of(kind, recordOf(kind, request));
            Doing doing = forToken ? () -> tokens.answer(request) : () -> answerOfCrm(kind, request, now > concurrency);
            return befall(fault, doing, socket, in, out);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private boolean befall(@Nullable Fault fault, Doing doing, Socket socket, InputStream in, OutputStream out)
            throws IOException {
        if (fault == null) {
            doing.happen().send(out, headers());
            return true;
        }
        return switch (fault) {
            case TOO_MANY_REQUESTS -> send(tooMany(), out);
            case SERVER_ERROR_BEFORE -> send(serverError(), out);
            case SERVER_ERROR_AFTER -> sendAfter(doing, serverError(), out);
            case SLOW -> {
                pause(slowness);
                yield send(doing.happen(), out);
            }
            case HTML_BEFORE -> send(Outgoing.page(), out);
            case HTML_AFTER -> sendAfter(doing, Outgoing.page(), out);
            case RESET_BEFORE -> reset(socket);
            case RESET_AFTER -> {
                doing.happen();
                yield reset(socket);
            }
            case HANG_BEFORE -> hold(in);
            case HANG_AFTER -> {
                doing.happen();
                yield hold(in);
            }
            case LATE -> {
                pause(lateness);
                yield send(doing.happen(), out);
            }
            case TRUNCATED_AFTER -> {
                doing.happen().sendHalf(out);
                yield false;
            }
        };
    }

    private boolean sendAfter(Doing doing, Outgoing instead, OutputStream out) throws IOException {
        doing.happen();
        return send(instead, out);
    }

    private boolean send(Outgoing answer, OutputStream out) throws IOException {
        answer.send(out, headers());
        return true;
    }

    private static boolean reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        return false;
    }

    private static boolean hold(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // Whatever else comes is not answered.
        }
        return false;
    }

    private Outgoing answerOfCrm(String kind, Incoming request, boolean tooMany) {
        String header = request.headers().get("authorization");
        if (header == null) {
            return Outgoing.error(401, "AUTHENTICATION_FAILURE", "Authentication failed");
        }
        if (!tokens.isGood(header.replace("Zoho-oauthtoken ", ""))) {
            return Outgoing.error(401, "INVALID_TOKEN", "invalid oauth token");
        }
        if (outOfScope.contains(kind)) {
            return Outgoing.error(401, "OAUTH_SCOPE_MISMATCH", "Unauthorized");
        }
        if (tooMany) {
            return tooMany();
        }
        Outgoing answer = words.answer(kind, request);
        if (answer.status() < 300) {
            tellOf(kind, request);
        }
        return answer;
    }

    private void tellOf(String kind, Incoming request) {
        switch (kind) {
            case "watch" -> notices.watched(request);
            case "lock", "unlock", "changeReason" -> {
                RecordAddress record = recordOf(kind, request);
                if (record != null) {
                    notices.changed(record, "update");
                }
            }
            default -> {
                // Nothing of a record has changed.
            }
        }
    }

    /** Whose lock a call is about; null when it is about none. */
    private static @Nullable RecordAddress recordOf(String kind, Incoming request) {
        return switch (kind) {
            case "lock", "findLock", "unlock", "changeReason" ->
                RecordId.parse(request.path().get(3))
                        .map(record -> new RecordAddress(request.path().get(2), record))
                        .orElse(null);
            default -> null;
        };
    }

    private Map<String, String> headers() {
        long left = credits - used.get();
        return credits == NO_CREDITS_COUNTED || left > credits / 2
                ? Map.of()
                : Map.of("X-API-CREDITS-REMAINING", Long.toString(Math.max(0, left)));
    }

    private static Outgoing tooMany() {
        return Outgoing.error(429, "TOO_MANY_REQUESTS", "Too many requests fired in concurrent");
    }

    private static Outgoing serverError() {
        return Outgoing.error(500, "INTERNAL_ERROR", "Internal Server Error");
    }

    private void pause(Duration time) {
        if (time.isPositive()) {
            try {
                // Ends when the stand-in does.
                boolean ended = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
                if (ended) {
                    Thread.currentThread().interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    void latency(Duration each) {
        latency = each;
    }

    void slowness(Duration each) {
        slowness = each;
    }

    void lateness(Duration each) {
        lateness = each;
    }

    void concurrency(int most) {
        concurrency = most;
    }

    void credits(long total) {
        used.set(0);
        credits = total;
    }

    void withoutScope(String call) {
        outOfScope.add(call);
    }

    List<String> received() {
        return List.copyOf(received);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    int connections() {
        return open.size();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
