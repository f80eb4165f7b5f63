package dev.lockkeeper.bootstrap.e2e;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to a PostgreSQL server that counts the statements on it: messages Execute and Query of the frontend (PostgreSQL's
 * manual, "Message Formats").
 */
final class CountingProxy implements AutoCloseable {

    private static final int EXECUTE = 'E';
    private static final int QUERY = 'Q';

    /** Of a startup packet that asks for TLS or GSS encryption, which is answered before another follows. */
    private static final int ASKS_FOR_ENCRYPTION = 8;

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final AtomicLong statements = new AtomicLong();

    CountingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many statements were sent so far. */
    long statements() {
        return statements.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server, this::count));
                Thread.ofVirtual().start(() -> pass(server, client, (in, out) -> in.transferTo(out)));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private interface Passing {
        void pass(DataInputStream in, OutputStream out) throws IOException;
    }

    private static void pass(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            passing.pass(new DataInputStream(from.getInputStream()), to.getOutputStream());
        } catch (EOFException _) {
            // The client has closed its side.
        } catch (IOException e) {
            if (!from.isClosed() && !to.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void count(DataInputStream in, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        int length = in.readInt();
        while (length == ASKS_FOR_ENCRYPTION) {
            copy(in, out, length);
            length = in.readInt();
        }
        copy(in, out, length);
        while (true) {
            int type = in.readUnsignedByte();
            if (type == EXECUTE || type == QUERY) {
                statements.incrementAndGet();
            }
            out.write(type);
            copy(in, out, in.readInt());
        }
    }

    /** @param length of the message, with the four bytes that say it */
    private static void copy(DataInputStream in, DataOutputStream out, int length) throws IOException {
        out.writeInt(length);
        out.write(in.readNBytes(length - Integer.BYTES));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
