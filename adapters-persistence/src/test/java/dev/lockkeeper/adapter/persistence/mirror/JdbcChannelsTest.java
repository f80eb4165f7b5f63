package dev.lockkeeper.adapter.persistence.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.ChannelsContract;
import dev.lockkeeper.domain.mirror.OpenChannel;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcChannelsTest implements ChannelsContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from crm_channel");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Channels channels() {
        return CONTEXT.getBean(Channels.class);
    }

    @Test
    void keepsNoToken() {
        channels().keep(new OpenChannel(channels().newId(), new ModuleId(7), NOON), TOKEN);

        assertThat(DATABASE.number("""
                select count(*) from crm_channel c
                where c::text like '%token%' or position('token'::bytea in c.token_hash) > 0
                """)).isZero();
        assertThat(DATABASE.number("select count(*) from crm_channel")).isEqualTo(1);
    }
}
