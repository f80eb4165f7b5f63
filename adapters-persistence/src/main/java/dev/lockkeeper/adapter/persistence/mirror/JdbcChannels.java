package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.identity.Sha256;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.OpenChannel;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@link Channels} on PostgreSQL. */
@Singleton
final class JdbcChannels implements Channels {

    private static final String NEW_ID = "select nextval('crm_channel_id') as id";
    private static final String KEEP = """
            insert into crm_channel (id, module_id, token_hash, expires_at) values (?, ?, ?, ?)
            on conflict (id) do update
            set module_id = excluded.module_id, token_hash = excluded.token_hash, expires_at = excluded.expires_at,
                opened = false
            """;
    private static final String DROP = "delete from crm_channel where id = ?";
    private static final String OPENED = "update crm_channel set opened = true where id = ?";
    private static final String LIST = """
            select id, module_id, expires_at from crm_channel where opened and expires_at > ?
            order by expires_at desc, id
            """;
    private static final String FIND =
            "select id, module_id, expires_at, token_hash from crm_channel where id = ? and expires_at > ?";
    private static final String FORGET = "delete from crm_channel where expires_at < ?";

    private final Database database;

    JdbcChannels(Database database) {
        this.database = database;
    }

    @Override
    public ChannelId newId() {
        return database.change(NEW_ID, _ -> {}, row -> new ChannelId(row.getLong("id")));
    }

    @Override
    public void keep(OpenChannel channel, String token) {
        database.inTransaction(transaction -> transaction.update(
                KEEP,
                parameters -> parameters
                        .bigint(channel.id().value())
                        .bigint(channel.module().value())
                        .bytea(Sha256.ofText(token))
                        .timestamptz(channel.expiresAt().truncatedTo(ChronoUnit.MICROS))));
    }

    @Override
    public void drop(ChannelId channel) {
        change(DROP, channel);
    }

    @Override
    public void opened(ChannelId channel) {
        change(OPENED, channel);
    }

    private void change(String sql, ChannelId channel) {
        database.inTransaction(
                transaction -> transaction.update(sql, parameters -> parameters.bigint(channel.value())));
    }

    @Override
    public List<OpenChannel> list(Instant now) {
        return database.query(LIST, parameters -> parameters.timestamptz(now), JdbcChannels::channel);
    }

    private static OpenChannel channel(ResultSet row) throws SQLException {
        return new OpenChannel(
                new ChannelId(row.getLong("id")),
                new ModuleId(row.getLong("module_id")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<OpenChannel> find(ChannelId channel, String token, Instant now) {
        byte[] presented = Sha256.ofText(token);
        return database.queryOne(
                        FIND,
                        parameters -> parameters.bigint(channel.value()).timestamptz(now),
                        row -> MessageDigest.isEqual(row.getBytes("token_hash"), presented)
                                ? Optional.of(channel(row))
                                : Optional.<OpenChannel>empty())
                .flatMap(found -> found);
    }

    @Override
    public int forgetExpired(Instant before) {
        return database.inTransaction(
                transaction -> transaction.update(FORGET, parameters -> parameters.timestamptz(before)));
    }
}
