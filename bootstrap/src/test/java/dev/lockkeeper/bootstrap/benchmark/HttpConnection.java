package dev.lockkeeper.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A connection that is kept alive, with at most one request on its way. */
final class HttpConnection implements AutoCloseable {

    /** Grows where an answer is larger. */
    private static final int FIRST_ROOM = 8 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Conversation conversation;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private ByteBuffer received = ByteBuffer.allocate(FIRST_ROOM);
    private long due;

    private HttpConnection(SocketChannel channel, SelectionKey key, Conversation conversation) {
        this.channel = channel;
        this.key = key;
        this.conversation = conversation;
    }

    /** Connects, and has the selector know it as the attachment of its key. */
    static HttpConnection open(InetSocketAddress address, Selector selector, Conversation conversation)
            throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        HttpConnection connection =
                new HttpConnection(channel, channel.register(selector, SelectionKey.OP_READ), conversation);
        connection.key.attach(connection);
        return connection;
    }

    /**
     * Sends the conversation's next request, or as much of it as there is room for; {@link #sendRest} sends the rest.
     *
     * @param dueAt when it should have been sent, on whatever clock
     */
    void send(long dueAt) throws IOException {
        due = dueAt;
        request = conversation.request();
        received.clear();
        sendRest();
    }

    void sendRest() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /**
     * Receives what there is.
     *
     * @return the answer once it is there, which lives until the next request
     * @throws IllegalStateException when the other end has closed the connection
     */
    Optional<Answer> receive() throws IOException {
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
        if (channel.read(received) < 0) {
            throw new IllegalStateException(
                    "Closed by the service after " + new String(received.array(), 0, received.position(), ISO_8859_1));
        }
        return Answer.of(received.array(), received.position());
    }

    /** When the request on its way, or the last one, should have been sent. */
    long due() {
        return due;
    }

    Conversation conversation() {
        return conversation;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
