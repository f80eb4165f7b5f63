package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.ConfigurationsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;

class JdbcConfigurationsTest implements ConfigurationsContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public RulesStore store() {
        return new SqlRulesStore(DATABASE, CONTEXT);
    }

    @Override
    public Configurations configurations() {
        return store().configurations();
    }
}
