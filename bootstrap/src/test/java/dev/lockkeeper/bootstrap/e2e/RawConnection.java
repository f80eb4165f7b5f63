package dev.lockkeeper.bootstrap.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which a test sends what it likes, as slowly as it likes. */
final class RawConnection implements AutoCloseable {

    private static final int END = -1;
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    static RawConnection to(ServiceProcess service) throws IOException {
        URI url = URI.create(service.url());
        Socket socket = new Socket();
        // Before it is connected, since it bounds what the other end may send ahead.
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        return new RawConnection(socket);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a byte every now and then until the other end closes, and returns how long it took to do so. */
    Duration dripUntilClosed(Duration patience) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            if (isClosedWithin(Duration.ofMillis(100)) || !accepts("x")) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
        }
        throw new AssertionError("Still open after " + patience);
    }

    /** Whether the other end closes in this time, and sends nothing before. */
    boolean isClosedWithin(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            int read = socket.getInputStream().read();
            if (read != END) {
                throw new AssertionError("Was sent " + (char) read + read(Duration.ofSeconds(1)));
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** All that the other end sends until it closes. */
    String readToTheEnd(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** What the other end sends next, up to the end of an answer's head. */
    String readHead(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        StringBuilder head = new StringBuilder();
        InputStream input = socket.getInputStream();
        for (int read = input.read(); read != END; read = input.read()) {
            head.append((char) read);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private String read(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        byte[] some = new byte[500];
        int length = socket.getInputStream().read(some);
        return new String(some, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
    }

    private boolean accepts(String text) {
        try {
            send(text);
            return true;
        } catch (IOException e) {
            // The other end has closed: what a write finds out, when a read did not.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
