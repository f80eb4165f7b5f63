package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.ChannelsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

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
}
